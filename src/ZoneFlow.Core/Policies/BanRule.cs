using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Core.Policies;

/// <summary>A period in which a subject may not apply.</summary>
/// <param name="Subject">Who is banned: the zone, or the party of a role, by 统一社会信用代码.</param>
/// <param name="AlsoWarn">A role whose new applications show a warning.</param>
/// <param name="Scope">What is closed to it, in the authority's own words; a scope reaches across packs.</param>
/// <param name="From">The mark it runs from.</param>
public sealed record BanRule(
    string Name, Label Label, Period For, string Subject, string? AlsoWarn, ImmutableArray<string> Scope, string From, Source Source);
