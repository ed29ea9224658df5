using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A person of a party.</summary>
/// <param name="Secured">Whether a time-based code is enrolled.</param>
/// <param name="EnrolAction">Posted to, to begin enrolling; null where the reader may not.</param>
public sealed record PersonLine(string Name, string Email, bool Secured, string? EnrolAction, PostTokens? Tokens)
{
    /// <summary>How many recovery codes are left.</summary>
    public int RecoveryLeft { get; init; }

    /// <summary>Posted to, when the telephone or the sheet is lost; null where none is enrolled.</summary>
    public string? LostAction { get; init; }

    /// <summary>Posted to, when the person no longer acts for the party.</summary>
    public string? RemoveAction { get; init; }
}
