@"%~dp0python\python.exe" -I -X utf8 -m vardering.hosts.cli.main %*
