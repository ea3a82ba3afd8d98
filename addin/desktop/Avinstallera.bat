@echo off
rem Takes away everything that was installed, this file and its folder last. /tyst: asks nothing.
setlocal
set "FOLDER=%~dp0"
"%FOLDER%python\python.exe" -I -X utf8 -m vardering.hosts.cli.main uninstall
set CODE=%ERRORLEVEL%
if not "%~1"=="/tyst" pause
if not "%CODE%"=="0" exit /b %CODE%
cd /d "%TEMP%"
rem On one line: after it there is no script left to read.
rd /s /q "%FOLDER:~0,-1%" & exit /b 0
