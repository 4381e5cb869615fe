@echo off
rem The command line: built when something has changed since it was, then run in the folder that you are in.
setlocal
set "ROOT=%~dp0"
set "PROGRAM=%ROOT%artifacts\bin\ContactCenter.Cli\release\contactcenter.dll"
set "STAMP=%ROOT%artifacts\contactcenter.stamp"
powershell -NoProfile -Command "if (-not (Test-Path -LiteralPath $env:PROGRAM) -or -not (Test-Path -LiteralPath $env:STAMP)) { exit 1 }; $built = (Get-Item -LiteralPath $env:STAMP).LastWriteTimeUtc; Push-Location -LiteralPath $env:ROOT; $now = @(Get-ChildItem -Recurse src, standins, models, eng\ContactCenter.Readers, eng\ContactCenter.Sentences) + @(Get-Item Directory.*, global.json, contactcenter.json); if ($now | Where-Object LastWriteTimeUtc -gt $built | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run
where dotnet >nul 2>nul
if errorlevel 1 (
  echo the .NET 10 SDK is needed: no 'dotnet' on the path 1>&2
  exit /b 1
)
rem what is changed while it is built is built the next time; nothing of it into the output, which may be read by a program
if not exist "%ROOT%artifacts" mkdir "%ROOT%artifacts"
type nul > "%STAMP%.begun"
pushd "%ROOT%"
dotnet build src\ContactCenter.Cli --nologo -v minimal 1>&2
if errorlevel 1 (
  popd
  exit /b 1
)
popd
move /y "%STAMP%.begun" "%STAMP%" >nul
:run
dotnet "%PROGRAM%" %*
exit /b %ERRORLEVEL%
