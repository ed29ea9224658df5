using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ZoneFlow.Core.Cases;

/// <summary>
/// Something to be done outside the case once the decision is on disk: at least once, known again by its id.
/// It carries all it is rendered from and never reads the case again.
/// </summary>
/// <param name="Id">Case, entry and index: the same for the same history.</param>
/// <param name="NotBefore">Reminders wait for the opening of a working day.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Tell), "tell")]
[JsonDerivedType(typeof(SendMessage), "send-message")]
[JsonDerivedType(typeof(RegisterBan), "register-ban")]
public abstract record Effect(string Id, DateTimeOffset NotBefore)
{
    /// <summary>A mail to whoever holds a role at the time it is sent.</summary>
    /// <param name="Procedure">The procedure and visit that the mail's link is bound to, where it asks for an action.</param>
    /// <param name="Values">Placeholders of the mail and their texts.</param>
    public sealed record Tell(
        string Id, DateTimeOffset NotBefore, TellKind Kind, Audience To, string? Template, string? Procedure, int Visit,
        ImmutableSortedDictionary<string, string> Values, Confided? Reason) : Effect(Id, NotBefore);

    public sealed record SendMessage(
        string Id, DateTimeOffset NotBefore, CaseId To, string FromKind, long Sequence, string Say,
        ImmutableSortedDictionary<string, string> With) : Effect(Id, NotBefore);

    /// <summary>Enters a ban in the office's register, or enters it anew as it was corrected.</summary>
    /// <param name="Number">Which of the case's bans, from 1: with the case and the subject, its place in the register.</param>
    /// <param name="Lifted">Takes it out of the register instead.</param>
    public sealed record RegisterBan(
        string Id, DateTimeOffset NotBefore, string Ban, string Subject, ImmutableArray<string> Scope,
        DateOnly First, DateOnly Last, string Article, bool WarnsOnly, int Number = 1, bool Lifted = false) : Effect(Id, NotBefore);
}
