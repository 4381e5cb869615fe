@echo off
rem The command line: built when something has changed since it was, then run in the folder that you are in.
setlocal
set "ROOT=%~dp0"
set "PROGRAM=%ROOT%artifacts\bin\ContactCenter.Cli\release\contactcenter.dll"
set "STAMP=%ROOT%artifacts\contactcenter.stamp"
powershell -NoProfile -Command "if (-not (Test-Path $env:PROGRAM) -or -not (Test-Path $env:STAMP)) { exit 1 }; $built = (Get-Item $env:STAMP).LastWriteTimeUtc; Push-Location $env:ROOT; $now = @(Get-ChildItem -Recurse src, standins, models, eng\ContactCenter.Sentences) + @(Get-Item Directory.*, global.json, contactcenter.json); if ($now | Where-Object LastWriteTimeUtc -gt $built | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run
pushd "%ROOT%"
dotnet build src\ContactCenter.Cli --nologo -v quiet 1>&2
if errorlevel 1 (
  popd
  exit /b 1
)
popd
type nul > "%STAMP%"
:run
dotnet "%PROGRAM%" %*
exit /b %ERRORLEVEL%
