using System.Collections.Immutable;
using System.Text.Json;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Runtime.Shell;

/// <summary>Brings in what lives outside a case's state and a decision needs, as the pack's transition asks for it.</summary>
public sealed class LookUps(ICaseStore store, Claims claims, TimeProvider time)
{
    public async Task<LookedUp> ForAsync(Rulebook rules, CaseState? state, SignalBody body, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        if (rules.Pack is null)
        {
            return LookedUp.Nothing;
        }

        if (body is SignalBody.AdoptCase adopt)
        {
            return LookedUp.Nothing with
            {
                Asked = ["applicants", "names"], Applicants = await ApplicantsAsync(adopt.Applicants, cancellationToken),
                NameTaken = adopt.Kind == CaseKinds.Zone && await claims.IsTakenAsync(Claims.Name(rules.Pack.Id, adopt.Title), cancellationToken),
            };
        }

        if (body is SignalBody.OpenCase { Applicants: { IsEmpty: false } named })
        {
            return LookedUp.Nothing with { Asked = ["applicants"], Applicants = await ApplicantsAsync(named, cancellationToken) };
        }

        if (state is null)
        {
            return LookedUp.Nothing;
        }

        return body switch
        {
            SignalBody.SaveAnswers => LookedUp.Nothing with { Asked = ["answers"], Answers = await AnswersAsync(state.Id, cancellationToken) },
            SignalBody.CorrectStanding => LookedUp.Nothing with
            {
                Asked = ["names"], NameTaken = !await claims.TakeAsync(Claims.Name(rules.Pack.Id, state.Title), state.Id, cancellationToken),
            },
            SignalBody.NumberLetter letter => await WithLetterAsync(state, letter.Letter, cancellationToken) with
            {
                NameTaken = letter.Number is { } number && !await claims.TakeAsync(Claims.DocumentNumber(number), state.Id, letter.Letter, cancellationToken),
            },
            SignalBody.CorrectLetter letter => await WithLetterAsync(state, letter.Letter, cancellationToken),
            SignalBody.SealLetter letter => await WithLetterAsync(state, letter.Letter, cancellationToken),
            SignalBody.Act act when Transition(rules.Pack, state, act) is { } transition =>
                await ForAsync(rules.Pack, state, act, transition, receivedAt, cancellationToken),
            SignalBody.FileRoster filed when rules.Pack.Roster(filed.Roster) is { } roster => LookedUp.Nothing with
            {
                Asked = ["roster"], Roster = RosterLookUp.Of(roster, await RosterAsync(state.Id, roster.Name, cancellationToken), filed.Members, CivilDate.Of(receivedAt)),
            },
            SignalBody.SeatExperts seats => LookedUp.Nothing with { Asked = ["experts"], Experts = await ExpertsAsync(rules.Pack, seats, cancellationToken) },
            SignalBody.HandOver over => LookedUp.Nothing with { Asked = ["holders"], Parties = await TakersAsync(rules.Pack, state, over, cancellationToken) },
            _ => LookedUp.Nothing,
        };
    }

    public async Task<ImmutableSortedDictionary<string, FieldValue>> AnswersAsync(CaseId id, CancellationToken cancellationToken)
    {
        var rows = await store.RowsAsync(id, RowKinds.Answer, cancellationToken);
        return rows.ToImmutableSortedDictionary(r => r.Key, r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.FieldValue)!, StringComparer.Ordinal);
    }

    private async Task<LookedUp> ForAsync(
        Pack pack, CaseState state, SignalBody.Act act, TransitionRule transition, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var asked = transition.LooksUp;
        var found = LookedUp.Nothing;
        if (transition.Meets.Length > 0)
        {
            found = found with { Answers = await CountedAsync(pack, state, CivilDate.Of(receivedAt), cancellationToken) };
            asked = asked.Add("answers");
        }

        if (transition.Ask.Any(f => f.Type is FieldType.Party && act.Inputs.ContainsKey(f.Name)))
        {
            found = found with { Parties = await PartiesAsync(transition, act, cancellationToken) };
            asked = asked.Add("parties");
        }

        foreach (var name in transition.LooksUp)
        {
            found = name switch
            {
                "names" => found with { NameTaken = !await claims.TakeAsync(Claims.Name(pack.Id, state.Title), state.Id, cancellationToken) },
                "members" => found with { Members = await MembersAsync(state.Id, cancellationToken) },
                "round" => await WithRoundAsync(found, state, act, cancellationToken),
                "bans" => await WithBansAsync(found, state, cancellationToken),
                "scores" => found with { Scores = await ScoresAsync(state, act, cancellationToken) },
                "values" or "funds" => found,
                "supported-items" => found with { SupportedItems = await SupportedAsync(state, cancellationToken) },
                _ => throw new InvalidOperationException($"Nothing is known of the look-up {name}."),
            };
        }

        if (PlanLookUp.Reads(transition, state))
        {
            // Read once for all that it says, from the case's rows: the journal of a plan is long.
            found = PlanLookUp.Into(found, pack, state, transition, act, await BookAsync(state.Id, cancellationToken), receivedAt);
        }

        if (transition.Ask.Any(f => f.Type is FieldType.Units))
        {
            found = found with { GoneUnits = await GoneAsync(pack, transition, act, cancellationToken) };
        }

        return found with { Asked = asked };
    }

    private async Task<LookedUp> WithLetterAsync(CaseState state, string key, CancellationToken cancellationToken) => LookedUp.Nothing with
    {
        Asked = ["letter"], Letter = (await LettersOf.CaseAsync(store, state.Id, cancellationToken)).FirstOrDefault(l => l.Key == key)?.AtHand,
    };

    /// <summary>The ledger of a case's plan: versions, values, funds.</summary>
    public async Task<PlanBook> BookAsync(CaseId id, CancellationToken cancellationToken) => LedgerRows.Book(await store.RowsAsync(id, RowKinds.Ledger, cancellationToken));

    /// <summary>One of a case's rosters.</summary>
    public async Task<RosterBook> RosterAsync(CaseId id, string roster, CancellationToken cancellationToken) =>
        RosterBook.Of(RosterRows.Lines(await store.RowsAsync(id, RowKinds.Roster, cancellationToken), roster));

    // What conditions test is counted on the day, whatever stood in the form when it was filled in.
    private async Task<ImmutableSortedDictionary<string, FieldValue>> CountedAsync(Pack pack, CaseState state, DateOnly day, CancellationToken cancellationToken)
    {
        var answers = await AnswersAsync(state.Id, cancellationToken);
        foreach (var rule in state.Rosters.Keys.Select(pack.Roster).OfType<RosterRule>())
        {
            answers = RosterLookUp.Counted(answers, rule, await RosterAsync(state.Id, rule.Name, cancellationToken), day);
        }

        return answers;
    }

    // A unit that nobody ever held is one the office has not entered yet, and no reason to refuse.
    private async Task<ImmutableArray<string>> GoneAsync(Pack pack, TransitionRule transition, SignalBody.Act act, CancellationToken cancellationToken)
    {
        var (gone, today) = (ImmutableArray.CreateBuilder<string>(), CivilDate.Of(time.GetUtcNow()));
        var seat = pack.Roles.Values.FirstOrDefault(r => r.Kind == RoleKind.Unit)?.Name;
        foreach (var unit in transition.Ask.Where(f => f.Type is FieldType.Units).Select(f => act.Inputs.GetValueOrDefault(f.Name)).OfType<FieldValue.Many>().SelectMany(m => m.Values).Distinct())
        {
            var holders = await store.RoleHoldersAsync(seat ?? "", unit, cancellationToken);
            if (holders.Count > 0 && holders.All(h => h.Until < today))
            {
                gone.Add(unit);
            }
        }

        return gone.ToImmutable();
    }

    private async Task<ImmutableArray<CaseId>> MembersAsync(CaseId round, CancellationToken cancellationToken)
    {
        var rows = await store.IndexAsync(Indexes.Members, round.Value, null, 10_000, cancellationToken);
        return [.. rows.Select(r => r.Case)];
    }

    private async Task<ImmutableArray<PartyId>> ExpertsAsync(Pack pack, SignalBody.SeatExperts seats, CancellationToken cancellationToken)
    {
        var experts = ImmutableArray.CreateBuilder<PartyId>();
        foreach (var role in pack.Roles.Values.Where(r => r.Kind == RoleKind.Expert))
        {
            experts.AddRange((await HoldersAsync(role.Name, cancellationToken)).Where(seats.Experts.Contains));
        }

        return [.. experts.Distinct()];
    }

    private async Task<ImmutableArray<Applicant>> ApplicantsAsync(ImmutableArray<Applicant> named, CancellationToken cancellationToken)
    {
        var holding = ImmutableArray.CreateBuilder<Applicant>();
        foreach (var role in named.Distinct().ToLookup(a => a.Role))
        {
            var holders = await HoldersAsync(role.Key, cancellationToken);
            holding.AddRange(role.Where(a => holders.Contains(a.Party)));
        }

        return holding.ToImmutable();
    }

    private async Task<ImmutableArray<PartyId>> PartiesAsync(TransitionRule transition, SignalBody.Act act, CancellationToken cancellationToken)
    {
        var named = ImmutableArray.CreateBuilder<PartyId>();
        foreach (var (field, role) in transition.Ask.Select(f => (f, (f.Type as FieldType.Party)?.Role)))
        {
            if (role is not null && act.Inputs.TryGetValue(field.Name, out var given) && new PartyId(given.ToString()!) is var party
                && (await HoldersAsync(role, cancellationToken)).Contains(party))
            {
                named.Add(party);
            }
        }

        return named.ToImmutable();
    }

    // A role held for a region is handed over within it.
    private async Task<ImmutableArray<PartyId>> TakersAsync(Pack pack, CaseState state, SignalBody.HandOver over, CancellationToken cancellationToken)
    {
        if (state.Procedure(over.Procedure) is not { } procedure
            || StageHolders.Of(pack, state, procedure).FirstOrDefault(h => h.Role == over.Role && h.Party is null) is not { } holder)
        {
            return [];
        }

        return [.. (await HoldersAsync(holder.Role, holder.Region, cancellationToken)).Where(p => p == over.Party).Distinct()];
    }

    private Task<ImmutableArray<PartyId>> HoldersAsync(string role, CancellationToken cancellationToken) => HoldersAsync(role, null, cancellationToken);

    private async Task<ImmutableArray<PartyId>> HoldersAsync(string role, string? region, CancellationToken cancellationToken)
    {
        var today = CivilDate.Of(time.GetUtcNow());
        return [.. (await store.RoleHoldersAsync(role, region, cancellationToken)).Where(h => h.HoldsOn(today)).Select(h => h.Party)];
    }

    // Only what was given on the panel's present visit: one that was left and entered again scores anew.
    private async Task<ImmutableArray<ExpertScore>> ScoresAsync(CaseState state, SignalBody.Act act, CancellationToken cancellationToken)
    {
        if (act.Procedure is not { } id || state.Procedure(id) is not { } procedure)
        {
            return [];
        }

        var rows = await store.RowsAsync(state.Id, RowKinds.Score, cancellationToken);
        return
        [
            .. rows.Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.ScoreRow)!)
                .Where(s => s.Procedure == id && s.At >= procedure.Entered).OrderBy(s => s.At)
                .Select(s => new ExpertScore(s.Expert, s.Subject, s.Scores)),
        ];
    }

    private async Task<LookedUp> WithRoundAsync(LookedUp found, CaseState state, SignalBody.Act act, CancellationToken cancellationToken)
    {
        var id = act.Inputs.TryGetValue("round", out var chosen) ? new CaseId(chosen.ToString()!)
            : state.Links.LastOrDefault(l => l.Name == CaseKinds.Round)?.Case;
        if (id is null || await StateAsync(id.Value, cancellationToken) is not { Kind: CaseKinds.Round } round)
        {
            return found;
        }

        return found with
        {
            RoundStanding = round.Standing,
            RoundPack = round.Pack,
            RoundMarks = round.Marks.ToImmutableSortedDictionary(m => m.Key, m => m.Value.Date, StringComparer.Ordinal),
        };
    }

    // A ban is kept under the code of its subject; a party without one, under its id; a zone, under its name.
    private async Task<LookedUp> WithBansAsync(LookedUp found, CaseState state, CancellationToken cancellationToken)
    {
        var codes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var party in state.ApplicantParties)
        {
            if (await StateAsync(new CaseId(party.Value), cancellationToken) is { Party.Code: { Length: > 0 } code })
            {
                codes[party.Value] = code;
            }
        }

        var bans = ImmutableArray.CreateBuilder<BanInForce>();
        foreach (var subject in codes.Values.Concat(state.Applicants.Select(a => a.Party.Value)).Append(state.Title.Trim()).Distinct())
        {
            var records = await store.RecordsAsync(RecordKinds.Ban, $"{subject}|", 100, cancellationToken);
            bans.AddRange(records.Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.BanInForce)!));
        }

        return found with { Codes = codes.ToImmutable(), Bans = bans.ToImmutable() };
    }

    // Where another case cannot be read, that one is set aside and not the one that asks for it.
    private async Task<CaseState?> StateAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (await store.LoadAsync(id, cancellationToken) is not { } stored)
        {
            return null;
        }

        try
        {
            return await JournalText.StateAsync(store, stored, cancellationToken);
        }
        catch (Exception error) when (UnreadableCase.Is(error))
        {
            throw await UnreadableCase.ParkAsync(store, stored, error);
        }
    }

    private async Task<ImmutableArray<string>> SupportedAsync(CaseState state, CancellationToken cancellationToken) =>
    [
        .. (await JournalAsync(state.Id, cancellationToken)).SelectMany(e => e.Changes).OfType<Change.EntryRegistered>()
            .Where(c => c.Register == "supported-item").Select(c => c.Value),
    ];

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
