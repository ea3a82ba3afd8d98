/** What the buttons of the task pane do. */
