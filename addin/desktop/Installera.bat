@echo off
rem Installs for the user who runs it. Downloads nothing, needs no administrator rights. /tyst: asks nothing.
setlocal
if not exist "%~dp0python\python.exe" (
  chcp 65001 >nul
  echo Packa upp hela zip-filen i en mapp och dubbelklicka sedan på Installera.bat där.
  set CODE=2
  goto end
)
"%~dp0python\python.exe" -I -X utf8 -m vardering.hosts.cli.main install "%~dp0."
set CODE=%ERRORLEVEL%
:end
if not "%~1"=="/tyst" pause
exit /b %CODE%
