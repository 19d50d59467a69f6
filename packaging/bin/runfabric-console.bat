@echo off
rem Starts RunFabric Console with the first Java 25 or newer that it finds, looking at, in this order:
rem
rem   RUNFABRIC_CONSOLE_JAVA_HOME   a JDK's folder; when set, this one or none
rem   JAVA_HOME                     skipped when it is too old
rem   java on the PATH              skipped when it is too old
rem   the folders JDKs live in      RUNFABRIC_CONSOLE_JAVA_SEARCH, a semicolon-separated list of
rem                                 folders that hold JDK folders, replaces the list below
rem
rem RUNFABRIC_CONSOLE_JAVA_OPTS holds further flags for the JVM, separated by blanks.

setlocal EnableExtensions DisableDelayedExpansion
set "REQUIRED=25"
set "JAVA="
set "FOUND="
for %%I in ("%~dp0..") do set "APP=%%~fI"

if not defined RUNFABRIC_CONSOLE_JAVA_HOME goto look
call :consider "%RUNFABRIC_CONSOLE_JAVA_HOME%\bin\java.exe"
if defined JAVA goto run
>&2 echo runfabric-console: no Java %REQUIRED% or newer; RUNFABRIC_CONSOLE_JAVA_HOME names "%RUNFABRIC_CONSOLE_JAVA_HOME%"; correct or unset it
exit /b 2

:look
if defined JAVA_HOME call :consider "%JAVA_HOME%\bin\java.exe"
for %%I in (java.exe) do call :consider "%%~$PATH:I"
set "FOLDERS=%ProgramFiles%\Java;%ProgramFiles%\Eclipse Adoptium;%ProgramFiles%\Microsoft;%ProgramFiles%\Zulu"
set "FOLDERS=%FOLDERS%;%ProgramFiles%\Amazon Corretto;%ProgramFiles%\BellSoft;%USERPROFILE%\.jdks;%USERPROFILE%\.gradle\jdks"
if defined RUNFABRIC_CONSOLE_JAVA_SEARCH set "FOLDERS=%RUNFABRIC_CONSOLE_JAVA_SEARCH%"
set "REST=%FOLDERS%"
:next
for /f "tokens=1,* delims=;" %%D in ("%REST%") do (
  set "FOLDER=%%D"
  set "REST=%%E"
)
if exist "%FOLDER%\*" (
  pushd "%FOLDER%"
  for /d %%J in (*) do call :consider "%%~fJ\bin\java.exe"
  popd
)
if defined JAVA goto run
if defined REST goto next
if not defined FOUND set "FOUND=, none"
>&2 echo runfabric-console: no Java %REQUIRED% or newer; looked at JAVA_HOME, java on the PATH, "%FOLDERS%"; found "%FOUND:~2%"; install a JDK %REQUIRED% or newer (for example Temurin %REQUIRED% from https://adoptium.net) or set JAVA_HOME to one
exit /b 2

:run
rem A start is over before the optimizing compiler pays for itself, which slows it down until then; a
rem window waits for people and for networks. Only what works through all documents is worth it.
set "SHORT=-XX:TieredStopAtLevel=1"
set "CACHE=%APP%\lib\window.aot"
for %%c in (overview state drift backup inspect releases lock journal activity doctor recover recover-dry-run workspace config completion manual help) do if /i "%~1"=="%%c" (
  set "CACHE=%APP%\lib\terminal.aot"
)
for %%c in ("state backup" "state restore" "state migrate") do if /i "%~1 %~2"==%%c set "SHORT="
if /i "%~1"=="backup" set "SHORT="

rem What was kept ready is good for the very JVM that made it; any other passes over it, in silence.
set "READY="
if exist "%CACHE%" set READY="-XX:AOTCache=%CACHE%" -Xlog:aot*=off

rem Native access is for JavaFX and SQLite, whose libraries are beside the jars. A core dump would hold
rem the credentials that are in memory.
"%JAVA%" --enable-native-access=ALL-UNNAMED "-Dorg.sqlite.lib.path=%APP%\lib" -XX:+UseSerialGC -XX:-CreateCoredumpOnCrash -XX:+UseCompactObjectHeaders %SHORT% %READY% %RUNFABRIC_CONSOLE_JAVA_OPTS% -classpath "%APP%\lib\runfabric-console.jar" io.runfabric.console.Main %*
exit /b %ERRORLEVEL%

rem Sets JAVA to the java.exe %1 if it is new enough, else adds it to what was FOUND. The release file
rem of its JDK tells without starting a JVM.
:consider
if defined JAVA exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1" exit /b 0
for %%I in ("%~dp1..") do set "HOME_OF=%%~fI"
set "VERSION="
if exist "%HOME_OF%\release" for /f "usebackq tokens=1,2 delims==" %%K in ("%HOME_OF%\release") do if "%%K"=="JAVA_VERSION" set "VERSION=%%~L"
if defined VERSION goto parse
pushd "%~dp1"
for /f "tokens=2,3" %%K in ('.\java.exe -version 2^>^&1') do if "%%K"=="version" set "VERSION=%%~L"
popd
if not defined VERSION exit /b 0
:parse
set "MAJOR="
set "MINOR="
for /f "tokens=1,2 delims=.-+_" %%K in ("%VERSION%") do (
  set "MAJOR=%%K"
  set "MINOR=%%L"
)
if "%MAJOR%"=="1" set "MAJOR=%MINOR%"
for /f "delims=0123456789" %%K in ("%MAJOR%") do set "MAJOR="
if not defined MAJOR exit /b 0
if %MAJOR% GEQ %REQUIRED% set "JAVA=%~1"
if %MAJOR% LSS %REQUIRED% set "FOUND=%FOUND%, %MAJOR% at %HOME_OF%"
exit /b 0
