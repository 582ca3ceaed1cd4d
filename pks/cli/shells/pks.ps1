# pks completion powershell | Out-String | Invoke-Expression    in $PROFILE
Register-ArgumentCompleter -Native -CommandName pks -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $asked = @()
    $commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $asked += "--word=$($_.Extent.Text.Trim('''', '"'))" }
    $asked += "--word=$wordToComplete"
    & pks completion powershell @asked 2>$null | ForEach-Object {
        $word, $help = $_ -split "`t", 2
        $shown = if ($word -match '\s') { "'$word'" } else { $word }
        $told = if ($help) { $help } else { $word }
        [System.Management.Automation.CompletionResult]::new($shown, $word, 'ParameterValue', $told)
    }
}
