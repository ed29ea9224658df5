namespace ZoneFlow.Web.Pages.Parts;

/// <summary>How a status is to be taken. Each tone has a sign of its own beside its colour.</summary>
public enum Tone
{
    Plain,
    Good,
    Watch,
    Bad,
}
