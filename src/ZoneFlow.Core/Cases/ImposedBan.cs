using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>A ban that this case has imposed, as it stands now; its number in the case is its place in the list, from 1.</summary>
/// <param name="Subject">统一社会信用代码, or the zone's name where the zone itself is banned.</param>
/// <param name="Warned">Subjects not barred themselves, of whom whoever reviews their applications is warned.</param>
/// <param name="Lifted">Whether it was found to have been recorded wrongly and binds nobody.</param>
public sealed record ImposedBan(
    string Ban, string Subject, ImmutableArray<string> Scope, DateOnly First, DateOnly Last, string Article, ImmutableArray<string> Warned, bool Lifted);
