namespace SiteGen.Pipeline.Writing;

/// <summary>Another build writes into the output folder.</summary>
public sealed class OutputInUseException : Exception
{
    /// <summary>A folder that is in use.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="processId">The process that builds; null when that cannot be found out.</param>
    public OutputInUseException(string folder, int? processId)
        : base($"'{folder}' is in use") => (Folder, ProcessId) = (folder, processId);

    /// <summary>The output folder.</summary>
    public string Folder { get; }

    /// <summary>The process that builds; null when that cannot be found out.</summary>
    public int? ProcessId { get; }
}
