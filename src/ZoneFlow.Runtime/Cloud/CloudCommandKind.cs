namespace ZoneFlow.Runtime.Cloud;

public enum CloudCommandKind
{
    Serve,

    /// <summary>Prints a one-time link for the first operator.</summary>
    OperatorLink,

    Export,
    Import,
}
