using System.Collections.Immutable;
using System.Diagnostics;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>What each step of a pack does.</summary>
internal static class Steps
{
    public static void Do(Turn turn, Step step, StepContext context)
    {
        switch (step)
        {
            case Step.SetMark s:
                SetMark(turn, s.Mark, context.Date(turn, s.Date), context.Procedure);
                break;
            case Step.SetStanding s:
                SetStanding(turn, s.Standing, null);
                break;
            case Step.RaiseFlag s when !turn.State.Flags.Contains(s.Flag):
                turn.Record(new Change.FlagRaised(s.Flag));
                break;
            case Step.LowerFlag s when turn.State.Flags.Contains(s.Flag):
                turn.Record(new Change.FlagLowered(s.Flag));
                break;
            case Step.RaiseFlag or Step.LowerFlag:
                break;
            case Step.SetFields s:
                turn.Record(new Change.FieldsSet(Chosen(context.Given, s.Names), null, null));
                break;
            case Step.SetItem s:
                Put(turn, context, context.Keys(s.Input).Where(k => s.From is null || turn.State.Item(k)?.State == s.From), s.State);
                break;
            case Step.SetOtherItems s:
                var chosen = s.Input is null ? [] : context.Keys(s.Input).ToHashSet();
                Put(turn, context, turn.State.Items.Where(i => i.State == s.From && !chosen.Contains(i.Key)).Select(i => i.Key), s.State);
                break;
            case Step.NameUnits s:
                PlanSteps.Do(turn, s, context);
                break;
            case Step.FileValues s:
                PlanSteps.Do(turn, s, context);
                break;
            case Step.VerifyValues:
                PlanSteps.Verify(turn, context);
                break;
            case Step.IssueInstrument s:
                PlanSteps.Do(turn, s, context);
                break;
            case Step.RecordFunds s:
                PlanSteps.Do(turn, s, context);
                break;
            case Step.AdoptPlan s:
                var plan = context.Procedure.Document(s.Slot) ?? throw new InvalidOperationException($"No {s.Slot} was filed in {context.ProcedureId}.");
                turn.Record(new Change.PlanAdopted((turn.State.Plan?.Version ?? 0) + 1, plan, turn.Today));
                break;
            case Step.Register s:
                turn.Record(new Change.EntryRegistered(s.Name, context.Text(turn, s.Entry)));
                break;
            case Step.Start s:
                var with = s.With.ToImmutableSortedDictionary(w => w.Key, w => context.Text(turn, w.Value), StringComparer.Ordinal);
                turn.Later(() => StartIfFree(turn, s.Procedure, with));
                break;
            case Step.StopOthers s:
                Stop(turn, context.ProcedureId, s.Except);
                break;
            case Step.ApplyOutcome s:
                Apply(turn, turn.Pack.Outcomes[context.Text(turn, s.Outcome)], context);
                break;
            case Step.ImposeBan s:
                Ban(turn, turn.Pack.Bans[s.Ban]);
                break;
            case Step.Join s:
                Pinning.Pin(turn);
                turn.Record(new Change.CaseJoined(s.Link, new CaseId(context.Text(turn, s.Case))));
                break;
            case Step.Rank s:
                Ranking.Record(turn, s, context);
                break;
            case Step.ChangeApplicant s when context.Given.TryGetValue(s.Input, out var party) && !turn.State.Applicants.Contains(new Applicant(s.Role, new PartyId(party.ToString()!))):
                turn.Record(new Change.ApplicantChanged(s.Role, new PartyId(party.ToString()!)));
                break;
            case Step.ChangeApplicant:
                break;
            case Step.Send s:
                Messages.Send(turn, s, context);
                break;
            case Step.Announce s:
                var announced = context.Procedure.Document(s.Slot) ?? throw new InvalidOperationException($"No {s.Slot} was filed in {context.ProcedureId}.");
                turn.Record(new Change.DocumentAnnounced(s.Slot, announced, turn.Today));
                break;
            case Step.Letter:
                // Issued by the transition, once it has led where it leads.
                break;
            default:
                throw new UnreachableException($"No step {step.GetType().Name}.");
        }
    }

    /// <summary>Sets a mark and all that is derived from it, and moves what is counted from either.</summary>
    public static void SetMark(Turn turn, string name, DateOnly date, Procedure? by = null, string? derivedFrom = null)
    {
        turn.Record(new Change.MarkSet(name, date, turn.Today, derivedFrom));
        Stages.AnchorMoved(turn, name, by);
        Duties.AnchorMoved(turn, name);
        foreach (var rule in turn.Pack.Marks.Values.Where(m => m.After == name))
        {
            SetMark(turn, rule.Name, Deadlines.Compute(rule.For, date, turn.Calendar, Reckoning.Term).Last, by, name);
        }
    }

    private static void SetStanding(Turn turn, string standing, Source? source)
    {
        if (turn.State.Standing == standing)
        {
            return;
        }

        if (turn.Case.Standing(turn.State.Standing).Final)
        {
            throw new InvalidOperationException($"{turn.State.Standing} is final and cannot become {standing}.");
        }

        turn.Record(new Change.StandingChanged(turn.State.Standing, standing, turn.Today, source));
    }

    private static void Apply(Turn turn, OutcomeRule outcome, StepContext context)
    {
        var first = !turn.Case.Standing(turn.State.Standing).Final;
        turn.Record(new Change.OutcomeApplied(outcome.Name, first, outcome.Source));
        if (first)
        {
            SetStanding(turn, outcome.Standing, outcome.Source);
        }

        foreach (var ban in BanChoices.AreWaived(outcome, context) ? [] : outcome.Bans)
        {
            Ban(turn, turn.Pack.Bans[ban]);
        }
    }

    private static void Ban(Turn turn, BanRule ban)
    {
        var first = turn.State.Marks.TryGetValue(ban.From, out var from) ? from.Date : turn.Today;
        var last = Deadlines.Compute(ban.For, first, turn.Calendar, Reckoning.Term).Last;
        ImmutableArray<string> warned = ban.AlsoWarn is { } also ? [.. BanSubjects.Of(turn, also)] : [];
        foreach (var subject in BanSubjects.Of(turn, ban.Subject).ToList())
        {
            turn.Record(new Change.BanImposed(ban.Name, subject, ban.Scope, first, last, ban.Source, warned));
            BanSubjects.Register(turn, turn.State.Bans.Length);
        }
    }

    private static void Put(Turn turn, StepContext context, IEnumerable<string> keys, string state)
    {
        foreach (var key in keys.ToList())
        {
            var title = turn.State.Item(key)?.Title ?? (context.Given.TryGetValue("title", out var given) ? given.ToString()! : key);
            turn.Record(new Change.ItemPut(key, state, title));
            Notices.Left(turn, key, state);
        }
    }

    private static void StartIfFree(Turn turn, string name, ImmutableSortedDictionary<string, string> with)
    {
        var rule = turn.Pack.Procedure(name);
        if (Stages.MayStart(turn.State, rule, with))
        {
            Stages.Start(turn, name, Stages.NextKey(turn.State, rule, with), null, turn.Actor.Party, with);
        }
    }

    private static void Stop(Turn turn, string self, ImmutableArray<string> except)
    {
        foreach (var other in turn.State.Procedures.Where(p => p.Id != self && !except.Contains(p.Name)).ToList())
        {
            turn.Record(new Change.ProcedureStopped(other.Id, self));
            if (turn.State.Occurrences.Any(o => o.Id == other.Occurrence))
            {
                turn.Record(new Change.OccurrenceClosed(other.Occurrence!, OccurrenceState.Lapsed));
            }
        }
    }

    private static ImmutableSortedDictionary<string, FieldValue> Chosen(ImmutableSortedDictionary<string, FieldValue> given, ImmutableArray<string> names) =>
        names.Where(given.ContainsKey).ToImmutableSortedDictionary(n => n, n => given[n], StringComparer.Ordinal);
}
