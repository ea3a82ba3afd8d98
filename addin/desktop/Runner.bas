Option Explicit

' Starts the product's own Python, which attaches to this Excel and to the workbook named here.
' Settings come from the user's profile only; nothing in the open workbook can choose what is run.

Private Const HIDDEN_WINDOW As Long = 0

Public Sub RunCommand(ByVal button As String)
    Dim shell As Object, python As String, outcome As Long
    python = Environ("LOCALAPPDATA") & "\Vardering\python\pythonw.exe"
    If Dir(python) = "" Then
        MsgBox "Värderingsmodellen är inte installerad för den här användaren. Kör installationen och försök igen.", _
            vbExclamation, "Värderingsmodellen"
        Exit Sub
    End If
    Set shell = CreateObject("WScript.Shell")
    ' Handed over in the environment, so that no character in a file name can become part of the command.
    shell.Environment("PROCESS")("VARDERING_BOOK") = ActiveBookName()
    shell.Environment("PROCESS")("VARDERING_WINDOW") = CStr(Application.Hwnd)
    On Error GoTo NotStarted
    outcome = shell.Run("""" & python & """ -I -m vardering.hosts.excel " & button, HIDDEN_WINDOW, True)
    ' 0: the program has said itself what there was to say.
    If outcome = 0 Then Exit Sub
NotStarted:
    MsgBox "Det gick inte att starta beräkningen. Kör vardering doctor, eller be it-avdelningen om hjälp.", _
        vbExclamation, "Värderingsmodellen"
End Sub

Private Function ActiveBookName() As String
    If Not ActiveWorkbook Is Nothing Then ActiveBookName = ActiveWorkbook.Name
End Function
