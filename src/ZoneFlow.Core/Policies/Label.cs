namespace ZoneFlow.Core.Policies;

/// <summary>A text shown to people: Chinese always, English beside it where the pack gives one.</summary>
public sealed record Label(string Zh, string? En = null)
{
    public override string ToString() => En is null ? Zh : $"{Zh} {En}";
}
