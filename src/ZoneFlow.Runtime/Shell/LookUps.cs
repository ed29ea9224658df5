using System.Collections.Immutable;
using System.Text.Json;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Runtime.Shell;

/// <summary>Brings in what lives outside a case's state and a decision needs, as the pack's transition asks for it.</summary>
public sealed class LookUps(ICaseStore store, Claims claims, TimeProvider time)
{
    public async Task<LookedUp> ForAsync(Rulebook rules, CaseState? state, SignalBody body, CancellationToken cancellationToken)
    {
        if (rules.Pack is null || state is null)
        {
            return LookedUp.Nothing;
        }

        return body switch
        {
            SignalBody.SaveAnswers => LookedUp.Nothing with { Asked = ["answers"], Answers = await AnswersAsync(state.Id, cancellationToken) },
            SignalBody.Act act when Transition(rules.Pack, state, act) is { } transition =>
                await ForAsync(rules.Pack, state, act, transition, cancellationToken),
            SignalBody.SeatExperts seats => LookedUp.Nothing with { Asked = ["experts"], Experts = await ExpertsAsync(rules.Pack, seats, cancellationToken) },
            _ => LookedUp.Nothing,
        };
    }

    public async Task<ImmutableSortedDictionary<string, FieldValue>> AnswersAsync(CaseId id, CancellationToken cancellationToken)
    {
        var rows = await store.RowsAsync(id, RowKinds.Answer, cancellationToken);
        return rows.ToImmutableSortedDictionary(r => r.Key, r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.FieldValue)!, StringComparer.Ordinal);
    }

    private async Task<LookedUp> ForAsync(
        Pack pack, CaseState state, SignalBody.Act act, TransitionRule transition, CancellationToken cancellationToken)
    {
        var asked = transition.LooksUp;
        var found = LookedUp.Nothing;
        if (transition.Meets.Length > 0)
        {
            found = found with { Answers = await AnswersAsync(state.Id, cancellationToken) };
            asked = asked.Add("answers");
        }

        foreach (var name in transition.LooksUp)
        {
            found = name switch
            {
                "names" => found with { NameTaken = !await claims.TakeAsync(Claims.Name(pack.Id, state.Title), state.Id, cancellationToken) },
                "members" => found with { Members = await MembersAsync(state.Id, cancellationToken) },
                "round" => await WithRoundAsync(found, state, act, cancellationToken),
                "bans" => found with { Bans = await BansAsync(state, cancellationToken) },
                "values" => found with { Values = PlanLedger.Values(await JournalAsync(state.Id, cancellationToken)) },
                "funds" => found with { Funds = PlanLedger.Funds(await JournalAsync(state.Id, cancellationToken)) },
                "supported-items" => found with { SupportedItems = await SupportedAsync(state, cancellationToken) },
                _ => throw new InvalidOperationException($"Nothing is known of the look-up {name}."),
            };
        }

        return found with { Asked = asked };
    }

    private async Task<ImmutableArray<CaseId>> MembersAsync(CaseId round, CancellationToken cancellationToken)
    {
        var rows = await store.IndexAsync(Indexes.Members, round.Value, null, 10_000, cancellationToken);
        return [.. rows.Select(r => r.Case)];
    }

    private async Task<ImmutableArray<PartyId>> ExpertsAsync(Pack pack, SignalBody.SeatExperts seats, CancellationToken cancellationToken)
    {
        var today = CivilDate.Of(time.GetUtcNow());
        var experts = ImmutableArray.CreateBuilder<PartyId>();
        foreach (var role in pack.Roles.Values.Where(r => r.Kind == RoleKind.Expert))
        {
            var rows = await store.IndexAsync(Indexes.RoleHolders, ReadModel.RolePartition(role.Name, null), null, 10_000, cancellationToken);
            experts.AddRange(rows.Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.RoleHolderRow)!)
                .Where(h => seats.Experts.Contains(h.Party) && h.HoldsOn(today)).Select(h => h.Party));
        }

        return [.. experts.Distinct()];
    }

    private async Task<LookedUp> WithRoundAsync(LookedUp found, CaseState state, SignalBody.Act act, CancellationToken cancellationToken)
    {
        var id = act.Inputs.TryGetValue("round", out var chosen) ? new CaseId(chosen.ToString()!)
            : state.Links.FirstOrDefault(l => l.Name == CaseKinds.Round)?.Case;
        if (id is null || await store.LoadAsync(id.Value, cancellationToken) is not { } stored || stored.Kind != CaseKinds.Round)
        {
            return found;
        }

        var round = JournalText.ReadState(stored)
            ?? JournalText.Fold(stored.Id, await store.JournalAsync(stored.Id, 0, int.MaxValue, cancellationToken));
        return found with
        {
            RoundStanding = round.Standing,
            RoundMarks = round.Marks.ToImmutableSortedDictionary(m => m.Key, m => m.Value.Date, StringComparer.Ordinal),
        };
    }

    private async Task<ImmutableArray<BanInForce>> BansAsync(CaseState state, CancellationToken cancellationToken)
    {
        var subjects = state.Fields.Where(f => f.Key.EndsWith("-id", StringComparison.Ordinal)).Select(f => f.Value.ToString()!)
            .Concat(state.Applicants.Values.Select(p => p.Value)).Append(state.Id.Value).Distinct();
        var bans = ImmutableArray.CreateBuilder<BanInForce>();
        foreach (var subject in subjects)
        {
            var records = await store.RecordsAsync(RecordKinds.Ban, $"{subject}|", 100, cancellationToken);
            bans.AddRange(records.Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.BanInForce)!));
        }

        return bans.ToImmutable();
    }

    private async Task<ImmutableArray<string>> SupportedAsync(CaseState state, CancellationToken cancellationToken)
    {
        var entries = await store.JournalAsync(state.Id, 0, int.MaxValue, cancellationToken);
        return
        [
            .. entries.SelectMany(e => JournalText.Read(e.Bytes.Span).Changes).OfType<Change.EntryRegistered>()
                .Where(c => c.Register == "supported-item").Select(c => c.Value),
        ];
    }

    private async Task<IEnumerable<Entry>> JournalAsync(CaseId id, CancellationToken cancellationToken) =>
        (await store.JournalAsync(id, 0, int.MaxValue, cancellationToken)).Select(e => JournalText.Read(e.Bytes.Span));

    private static TransitionRule? Transition(Pack pack, CaseState state, SignalBody.Act act)
    {
        if (act.Procedure is null)
        {
            return pack.Procedures.FirstOrDefault(p => p.Case == state.Kind && p.OpenedBy?.Action == act.Action)?.OpenedBy?.Act;
        }

        if (state.Procedure(act.Procedure) is not { } procedure)
        {
            return null;
        }

        var rule = pack.Procedure(procedure.Name);
        return rule.Stage(procedure.Stage).Transitions.Concat(rule.Anywhere).FirstOrDefault(t => t.On is Trigger.Action && t.Word == act.Action);
    }
}
