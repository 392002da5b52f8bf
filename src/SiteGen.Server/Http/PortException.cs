namespace SiteGen.Server.Http;

/// <summary>Why the system refuses a port.</summary>
public enum PortRefusal
{
    /// <summary>Another program listens on it.</summary>
    Taken,

    /// <summary>Only programs of the system may listen on it.</summary>
    Reserved,

    /// <summary>The address to listen at is not one of this computer.</summary>
    OtherComputer,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>The system does not let the preview listen.</summary>
public sealed class PortException : Exception
{
    internal PortException(int firstPort, int lastPort, PortRefusal reason, Exception inner)
        : base($"ports {firstPort} to {lastPort} are not available", inner)
    {
        (FirstPort, LastPort, Reason) = (firstPort, lastPort, reason);
    }

    /// <summary>The first port that was tried.</summary>
    public int FirstPort { get; }

    /// <summary>The last port that was tried.</summary>
    public int LastPort { get; }

    /// <summary>Why the last one was refused.</summary>
    public PortRefusal Reason { get; }
}
