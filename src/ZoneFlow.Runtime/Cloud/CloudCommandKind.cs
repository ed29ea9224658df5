namespace ZoneFlow.Runtime.Cloud;

public enum CloudCommandKind
{
    Serve,

    /// <summary>Prints a one-time link for the first operator.</summary>
    OperatorLink,

    Export,
    Import,

    /// <summary>Has the key in use sign the one in the file, which is put in its place with the settings.</summary>
    NextKey,
}
