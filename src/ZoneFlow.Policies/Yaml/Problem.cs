namespace ZoneFlow.Policies.Yaml;

/// <summary>One thing wrong with a file, in a plain sentence for the person who wrote it. Lines count from 1; 0 is the file as a whole.</summary>
public sealed record Problem(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
