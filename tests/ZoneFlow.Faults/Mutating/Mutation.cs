namespace ZoneFlow.Faults.Mutating;

/// <summary>One small change of the core's text that stands ready in the mutated assembly and is switched on by its number.</summary>
/// <param name="File">Below src/ZoneFlow.Core.</param>
/// <param name="Kind">Which mutator made it.</param>
/// <param name="IsStatic">It stands where a static value is computed, once in a process.</param>
internal sealed record Mutation(int Id, string File, int Line, string Kind, string Was, string Now, bool IsStatic)
{
    public string Folder => Path.GetDirectoryName(File) is { Length: > 0 } folder ? folder : ".";

    public override string ToString() => $"{File}:{Line} [{Kind}] {Short(Was)}  →  {Short(Now)}";

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 110 ? line : $"{line[..107]}...";
    }
}
