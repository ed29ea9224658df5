using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Projection;

/// <summary>The rows of the read model that follow from a case's state: derived, so that they can always be made again.</summary>
public static class ReadModel
{
    private const int Few = 400;

    public static ImmutableArray<IndexRow> Of(Pack? pack, CaseState state) => [.. Rows(pack, state).Select(r => r.Written)];

    /// <summary>The same before they are put into text, to be compared with those of another state.</summary>
    public static ImmutableArray<ModelRow> Model(Pack? pack, CaseState state) => [.. Rows(pack, state)];

    /// <summary>What must be put and what dropped to turn one state's rows into the next one's.</summary>
    public static (ImmutableArray<IndexRow> Puts, ImmutableArray<IndexKey> Drops) Difference(ImmutableArray<ModelRow> was, ImmutableArray<ModelRow> now)
    {
        if (was.Length * now.Length <= Few)
        {
            return DifferenceOfFew(was, now);
        }

        var before = was.ToDictionary(r => r.Key);
        var puts = ImmutableArray.CreateBuilder<IndexRow>();
        foreach (var row in now)
        {
            if (!before.Remove(row.Key, out var old) || old != row)
            {
                puts.Add(row.Written);
            }
        }

        return (puts.ToImmutable(), [.. before.Keys]);
    }

    // Most cases have less than ten rows: looking through them is done before a dictionary is made.
    private static (ImmutableArray<IndexRow> Puts, ImmutableArray<IndexKey> Drops) DifferenceOfFew(ImmutableArray<ModelRow> was, ImmutableArray<ModelRow> now)
    {
        var (puts, drops) = (ImmutableArray.CreateBuilder<IndexRow>(now.Length), ImmutableArray.CreateBuilder<IndexKey>());
        foreach (var row in now)
        {
            if (Find(was, row) is not { } old || old.Says != row.Says || old.Case != row.Case)
            {
                puts.Add(row.Written);
            }
        }

        foreach (var row in was)
        {
            if (Find(now, row) is null)
            {
                drops.Add(row.Key);
            }
        }

        return (puts.ToImmutable(), drops.ToImmutable());
    }

    private static ModelRow? Find(ImmutableArray<ModelRow> rows, ModelRow like)
    {
        foreach (var row in rows)
        {
            if (row.Sort == like.Sort && row.Partition == like.Partition && row.Index == like.Index)
            {
                return row;
            }
        }

        return null;
    }

    private static IEnumerable<ModelRow> Rows(Pack? pack, CaseState state) =>
        pack is null ? OfParty(state) : OfTasks(pack, state).Concat(OfRegister(pack, state)).Concat(OfLinks(state));

    private static IEnumerable<ModelRow> OfTasks(Pack pack, CaseState state)
    {
        foreach (var procedure in state.Procedures)
        {
            var rule = pack.Procedure(procedure.Name);
            var stage = rule.Stage(procedure.Stage);
            var due = StageHolders.DeadlineOf(state, procedure);
            foreach (var holder in StageHolders.Of(pack, state, procedure))
            {
                var assigned = StageHolders.Assigned(procedure, holder);
                var task = new TaskRow(
                    state.Id, state.Kind, state.Number, state.Title, state.Region, holder.Role, procedure.Id, procedure.Visit, ProcedureNames.Of(pack, state, procedure),
                    stage.Label, procedure.Entered, due?.Last, due?.Source, due?.Provisional ?? false, due?.Missed ?? false)
                {
                    Assigned = assigned?.Person,
                    AssignedParty = assigned?.Party,
                };
                var (sort, says) = ($"{due?.Last ?? DateOnly.MaxValue:O}|{state.Id}|{procedure.Id}|{holder.Role}", new ModelRow.Content(task));

                // What was handed over stands in one person's list, and beside those of the others who hold the role.
                yield return new ModelRow(Indexes.Worklist, assigned is null ? Partition(holder) : PersonPartition(assigned.Person), sort, state.Id, says);
                if (assigned is not null)
                {
                    yield return new ModelRow(Indexes.Worklist, HandedOver(Partition(holder)), sort, state.Id, says);
                }
            }
        }
    }

    /// <summary>The worklist of a role's holders, or of one party.</summary>
    public static string Partition(Audience holder) =>
        holder.Party is { } party ? $"party|{party}" : RolePartition(holder.Role, holder.Region);

    public static string PersonPartition(PersonId person) => $"person|{person}";

    /// <summary>What was handed over of a worklist.</summary>
    public static string HandedOver(string worklist) => $"over|{worklist}";

    public static string RolePartition(string role, string? region) => $"role|{role}|{region}";

    /// <summary>The cases of a kind in a region.</summary>
    public static string RegionPartition(string kind, string? region) => $"{kind}|{region}";

    private static IEnumerable<ModelRow> OfRegister(Pack pack, CaseState state)
    {
        var rule = pack.Cases[state.Kind];
        var standing = rule.Standing(state.Standing);
        var summary = new CaseSummary(
            state.Id, state.Kind, state.Number, state.Title, state.Region, pack.Id, state.Standing, standing.Label, standing.Public, standing.Final,
            state.StandingSince, [.. state.Procedures.Select(p => pack.Procedure(p.Name).Stage(p.Stage).Label)],
            [.. state.Flags.Select(f => rule.Flags[f])], state.Procedures.Select(p => StageHolders.DeadlineOf(state, p)?.Last).Min());
        var says = new ModelRow.Content(summary);
        var sort = $"{state.Number}|{state.Id}";
        yield return new ModelRow(Indexes.Register, state.Kind, sort, state.Id, says);
        if (state.Region is { } region)
        {
            yield return new ModelRow(Indexes.Region, RegionPartition(state.Kind, region), sort, state.Id, says);
        }

        foreach (var party in state.ApplicantParties)
        {
            yield return new ModelRow(Indexes.Own, party.Value, sort, state.Id, says);
        }
    }

    private static IEnumerable<ModelRow> OfLinks(CaseState state) =>
        state.Kind == CaseKinds.Zone
            ? state.Links.Where(l => l.Name == CaseKinds.Round).Select(l => new ModelRow(Indexes.Members, l.Case.Value, state.Id.Value, state.Id, ModelRow.Content.Nothing))
            : [];

    private static IEnumerable<ModelRow> OfParty(CaseState state)
    {
        if (state.Party is not { } party)
        {
            yield break;
        }

        var id = new PartyId(state.Id.Value);
        var row = new PartyRow(id, state.Title, party.Code, party.Roles, party.People.Length);
        yield return new ModelRow(Indexes.Parties, "all", $"{state.Title}|{id}", state.Id, new ModelRow.Content(row));
        foreach (var (role, i) in party.Roles.Select((r, i) => (r, i)))
        {
            var holder = new RoleHolderRow(id, state.Title, role.From, role.Until);
            yield return new ModelRow(Indexes.RoleHolders, RolePartition(role.Role, role.Region), $"{id}|{i}", state.Id, new ModelRow.Content(holder));
        }
    }
}
