using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Projection;

/// <summary>A party as the operator's list shows it.</summary>
public sealed record PartyRow(PartyId Id, string Name, string? Code, ImmutableArray<DatedRole> Roles, int People);
