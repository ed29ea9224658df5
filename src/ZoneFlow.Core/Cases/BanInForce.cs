using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>A ban as the shell found it in the office's register, for the subjects of a signal.</summary>
/// <param name="Subject">统一社会信用代码, or the zone's name where the zone itself is banned.</param>
/// <param name="Last">The last day of the ban.</param>
/// <param name="WarnsOnly">The subject is not banned itself: its applications are to be looked at for one that is.</param>
public sealed record BanInForce(string Subject, ImmutableArray<string> Scope, DateOnly First, DateOnly Last, string Article, bool WarnsOnly);
