@echo off
rem Takes away everything that was installed, its own folder last. /tyst: asks nothing.
setlocal
if not "%~2"=="" goto remove
"%~dp0python\python.exe" -I -X utf8 -m vardering.hosts.cli.main uninstall
set CODE=%ERRORLEVEL%
if not "%~1"=="/tyst" pause
if not "%CODE%"=="0" exit /b %CODE%
rem A folder does not go while a script in it runs, so the rest is done by a copy elsewhere.
set "HERE=%~dp0"
copy /y "%~f0" "%TEMP%\vardering-avinstallera.bat" >nul
"%TEMP%\vardering-avinstallera.bat" /tyst "%HERE:~0,-1%"
:remove
cd /d "%TEMP%"
rem More than once, since a virus scanner may hold a file for a moment.
for /l %%n in (1,1,5) do if exist "%~2" rd /s /q "%~2" 2>nul
del "%~f0" & exit /b 0
