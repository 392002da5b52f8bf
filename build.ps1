# The steps of .ci/run as verbs. Without one: all of them in order, up to the first that fails.
# 'quick' is no step of it: the tests without the slow ones, for between two edits.
param([ValidateSet('all', 'build', 'format', 'publish', 'test', 'functions', 'site', 'quick')][string] $Verb = 'all')

Set-Location $PSScriptRoot
$PSNativeCommandUseErrorActionPreference = $false

$steps = [ordered]@{
    build = {
        dotnet build SiteGen.sln -c Release
    }
    format = {
        dotnet format SiteGen.sln --verify-no-changes --no-restore
    }
    publish = {
        dotnet publish src/SiteGen.Cli -c Release -o artifacts/publish
    }
    test = {
        if (Test-Path artifacts/publish) { $env:SITEGEN_PUBLISHED = (Get-Command artifacts/publish/sitegen).Source }
        dotnet test SiteGen.sln -c Release --no-build --blame --logger trx --results-directory artifacts/test-results
    }
    functions = {
        artifacts/publish/sitegen render tests/SiteGen.Templating.Tests/Cases/builtins/functions.html
    }
    site = {
        artifacts/publish/sitegen build -s . --strict
    }
}

if ($Verb -eq 'quick') {
    dotnet test SiteGen.sln --filter "Speed!=Slow"
    exit $LASTEXITCODE
}

foreach ($name in $steps.Keys) {
    if ($Verb -in 'all', $name) {
        & $steps[$name]
        if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
    }
}
