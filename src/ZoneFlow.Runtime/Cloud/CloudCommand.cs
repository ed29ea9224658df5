namespace ZoneFlow.Runtime.Cloud;

/// <summary>What the cloud head's program is asked for. The host starts it with arguments of its own, which mean: serve.</summary>
/// <param name="File">The archive, or the next key in PEM, where the command has one.</param>
public sealed record CloudCommand(CloudCommandKind Kind, string File)
{
    public static CloudCommand Of(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return (args.Count, args is [var first, ..] ? first : null) switch
        {
            (1, "operator-link") => new(CloudCommandKind.OperatorLink, ""),
            (2, "export") => new(CloudCommandKind.Export, args[1]),
            (2, "import") => new(CloudCommandKind.Import, args[1]),
            (2, "next-key") => new(CloudCommandKind.NextKey, args[1]),
            _ => new(CloudCommandKind.Serve, ""),
        };
    }
}
