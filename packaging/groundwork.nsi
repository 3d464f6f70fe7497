; The installer for Windows. makensis -DVERSION=0.1.0 -DNUMBERS=0.1.0.0 -DFOLDER=packed -DTARGET=setup.exe -DICON=icon.ico groundwork.nsi
; For one person without administrator's rights, or for all: it asks, and /CurrentUser or /AllUsers say it in a silent install (/S).
Target amd64-unicode
Unicode true
!define NAME "Groundwork"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define KIND "Groundwork.File"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "UninstallString"
!define MULTIUSER_USE_PROGRAMFILES64
!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh

Name "${NAME}"
OutFile "${TARGET}"
SetCompressor /SOLID lzma
ManifestDPIAware true
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey FileDescription "${NAME} ${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey LegalCopyright "Apache License 2.0"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"

!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${NAME}.exe"
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "The program will be removed. Your community files stay where you put them. Settings, backups and the log stay in $LOCALAPPDATA\groundwork: delete that folder by hand if you want them gone too."
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Function .onInit
    !insertmacro MULTIUSER_INIT
FunctionEnd

Function un.onInit
    !insertmacro MULTIUSER_UNINIT
FunctionEnd

Section
    IfFileExists "$INSTDIR\${NAME}.exe" 0 free
    ClearErrors
    FileOpen $0 "$INSTDIR\${NAME}.exe" a
    IfErrors running
    FileClose $0
    ; Nothing of an older version stays; what people wrote is never in this folder.
    RMDir /r "$INSTDIR\_internal"
    Goto free
running:
    MessageBox MB_OK|MB_ICONEXCLAMATION "Groundwork is open. Close it, then start this again." /SD IDOK
    SetErrorLevel 3
    Abort
free:
    SetOutPath "$INSTDIR"
    File /r "${FOLDER}/*.*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${NAME}.exe"

    WriteRegStr SHCTX "Software\Classes\.groundwork" "" "${KIND}"
    WriteRegStr SHCTX "Software\Classes\${KIND}" "" "Groundwork community file"
    WriteRegStr SHCTX "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\${NAME}.exe,0"
    WriteRegStr SHCTX "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\${NAME}.exe" "%1"'
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

    WriteRegStr SHCTX "${KEY}" "DisplayName" "${NAME}"
    WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\${NAME}.exe"
    WriteRegStr SHCTX "${KEY}" "Publisher" "${NAME}"
    WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
    WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
    WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
    WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" "$0"
SectionEnd

Section Uninstall
    ClearErrors
    FileOpen $0 "$INSTDIR\${NAME}.exe" a
    IfErrors running
    FileClose $0
    Goto free
running:
    IfFileExists "$INSTDIR\${NAME}.exe" 0 free
    MessageBox MB_OK|MB_ICONEXCLAMATION "Groundwork is open. Close it, then start this again." /SD IDOK
    SetErrorLevel 3
    Abort
free:
    RMDir /r "$INSTDIR\_internal"
    Delete "$INSTDIR\${NAME}.exe"
    Delete "$INSTDIR\groundwork-command.exe"
    Delete "$INSTDIR\LICENSE.txt"
    Delete "$INSTDIR\THIRD-PARTY LICENCES.txt"
    Delete "$INSTDIR\it.md"
    Delete "$INSTDIR\uninstall.exe"
    ; Only where it is empty: somebody may have put a file of their own here.
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${NAME}.lnk"
    ReadRegStr $0 SHCTX "Software\Classes\.groundwork" ""
    StrCmp $0 "${KIND}" 0 +2
    DeleteRegKey SHCTX "Software\Classes\.groundwork"
    DeleteRegKey SHCTX "Software\Classes\${KIND}"
    DeleteRegKey SHCTX "${KEY}"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
    DetailPrint "Your community files stay where you put them. Settings, backups and the log stay in $LOCALAPPDATA\groundwork."
SectionEnd
