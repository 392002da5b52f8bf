namespace SiteGen.Cli.Terminal;

/// <summary>The messages of the commands that start a site and add to it, as far as they are not about its files.</summary>
internal static class StartingCommandMessages
{
    public static CommandMessage NoEditor() => new(
        "'--edit' does not know your editor: neither VISUAL nor EDITOR is set",
        "set one of them, such as EDITOR=nano, or leave --edit out");

    public static CommandMessage EditorNotStarted(string editor, string path) =>
        new($"the editor '{editor}' cannot be started", $"the file is there: open '{path}' yourself");

    public static CommandMessage NotWritten(string path, string reason) => new($"'{path}' cannot be written: {reason}", null);

    public static CommandMessage NamesAndAll() => new("'--all' takes every file, and files are named beside it", "keep one of the two");
}
