using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Walking;

namespace ZoneFlow.Policies.Linting.Model;

/// <summary>
/// Every way a host case (a round) and one of its guests (a zone) can talk: both statecharts together with the messages on their
/// way in each direction, in order, and the state in which the host lists the guest. It finds a message that arrives where the
/// receiving procedure has no transition for it.
/// <para>
/// What it leaves out: conditions on anything but standing, items, members and passed dates are taken to hold either way; other
/// guests are only felt as transitions that may happen at any moment; a procedure that some other starts may start at any
/// moment before the case has ended; no more than a few messages are on their way at once. So it can warn of a moment that a
/// person would never let happen, and misses only what needs more messages on the way than that.
/// </para>
/// </summary>
internal sealed class Conversation
{
    private const int MostOnTheWay = 3;
    private const int MostMoments = 200_000;
    private readonly PackMap _map;
    private readonly CaseRule _host;
    private readonly CaseRule _guest;
    private readonly ImmutableArray<ProcedureRule> _talking;
    private readonly bool _lists;
    private readonly Conditions _conditions;

    public Conversation(PackMap map, CaseRule host, CaseRule guest)
    {
        (_map, _host, _guest) = (map, host, guest);
        _lists = host.ItemsOf == guest.Kind;
        _conditions = new Conditions(host, guest);
        _talking = [.. map.Pack.Procedures.Where(p => (p.Case == host.Kind || p.Case == guest.Kind) && Talks(p))];
        Explore();
    }

    /// <summary>Messages that arrive unheard: who says what, and the stage of the receiver that knows nothing of it.</summary>
    public HashSet<(string From, string Say, ProcedureRule Receiver, StageRule Stage)> Unheard { get; } = [];

    /// <summary>False where the exploration was cut off.</summary>
    public bool Complete { get; private set; }

    /// <summary>The conversations of a pack: one for each two kinds that send each other anything.</summary>
    public static IEnumerable<Conversation> Of(PackMap map) =>
        map.Steps.Where(s => s.Step is Step.Send && map.KindOf(s.Site.Procedure) is not null)
            .Select(s => (From: s.Site.Procedure.Case, To: map.ReceiverOf(s.Site, (Step.Send)s.Step)))
            .Where(p => p.To is not null && p.To != p.From)
            .Select(p => (Cases: map.Pack.Cases, A: map.Pack.Cases[p.From], B: map.Pack.Cases[p.To!]))
            .Select(p => p.A.ItemsOf == p.B.Kind || (p.B.ItemsOf != p.A.Kind && string.CompareOrdinal(p.A.Kind, p.B.Kind) < 0) ? (Host: p.A, Guest: p.B) : (Host: p.B, Guest: p.A))
            .DistinctBy(p => (p.Host.Kind, p.Guest.Kind))
            .Select(p => new Conversation(map, p.Host, p.Guest));

    private bool Talks(ProcedureRule procedure)
    {
        var other = procedure.Case == _host.Kind ? _guest.Kind : _host.Kind;
        var sites = _map.Sites.Where(s => s.Procedure == procedure).ToList();
        return _map.KindOf(procedure)!.OpensWith == procedure.Name
            || sites.Any(s => s.Rule.On is Trigger.Message m && m.From == other)
            || sites.Any(s => s.Rule.Do.OfType<Step.Send>().Any(d => _map.ReceiverOf(s, d) == other))
            || (procedure.Case == _host.Kind && _lists && sites.Any(s => s.Rule.Do.Any(d => d is Step.SetItem or Step.SetOtherItems)));
    }

    private void Explore()
    {
        var start = new Moment(Opened(_host), Opened(_guest), null, _guest.JoinsRound || !_lists);
        Complete = BreadthFirst.Walk(
            start,
            m => m.Key,
            m => Acts(m, host: true).Concat(Acts(m, host: false)).Concat(Hear(m, host: true)).Concat(Hear(m, host: false))
                .Where(after => after.Host.Outbox.Length <= MostOnTheWay && after.Guest.Outbox.Length <= MostOnTheWay),
            MostMoments).Complete;
    }

    private Side Opened(CaseRule kind)
    {
        var standing = kind.Standings.Select(s => s.Name).FirstOrDefault("");
        var side = new Side(standing, [standing], ImmutableSortedDictionary<string, string?>.Empty, [], [], false);
        return _talking.FirstOrDefault(p => p.Name == kind.OpensWith) is { } first ? side.At(first.Name, StageOrEnd(first, first.First)) : side;
    }

    private IEnumerable<Moment> Acts(Moment moment, bool host)
    {
        var kind = host ? _host : _guest;
        var side = moment.Of(host);
        foreach (var procedure in _talking.Where(p => p.Case == kind.Kind))
        {
            if (!side.Stages.TryGetValue(procedure.Name, out var at))
            {
                foreach (var after in Begin(moment, host, kind, procedure))
                {
                    yield return after;
                }
                continue;
            }
            if (at is null)
            {
                continue;
            }
            var stage = procedure.Stages.First(s => s.Name == at);
            foreach (var site in PackMap.FiringsIn(procedure, stage).Where(s => s.Rule.On is not Trigger.Message))
            {
                foreach (var after in Fire(moment, host, site))
                {
                    yield return after;
                }
            }
        }
    }

    private IEnumerable<Moment> Begin(Moment moment, bool host, CaseRule kind, ProcedureRule procedure)
    {
        var side = moment.Of(host);
        if (kind.OpensWith == procedure.Name || kind.Standings.Any(s => s.Name == side.Standing && s.Final)
            || (procedure.OpenedBy is { While.IsEmpty: false } opening && !opening.While.Contains(side.Standing)))
        {
            return [];
        }
        var begun = moment.With(host, side.At(procedure.Name, StageOrEnd(procedure, procedure.First)));
        return _map.Sites.FirstOrDefault(s => s.Opens && s.Procedure == procedure) is { } act ? Take(begun, host, act, aboutGuest: false) : [begun];
    }

    /// <summary>The transition without a message, once for each part that the guest may have in it.</summary>
    private IEnumerable<Moment> Fire(Moment moment, bool host, Site site)
    {
        if (!_conditions.Hold(site.Rule.If, moment, host) || !_conditions.CanJoin(site, moment, host))
        {
            return [];
        }
        if (!host || !_lists || site.Stage is not StageRule.Notice { Rule.EntriesInState: { } listed })
        {
            return Move(moment, host, site, aboutGuest: false);
        }
        return site.Rule.On switch
        {
            Trigger.EachOpposed or Trigger.EachUnopposed => moment.Item == listed ? Move(moment, host, site, aboutGuest: true) : Move(moment, host, site, aboutGuest: false),
            // A notice ends after its last entry has closed.
            Trigger.Elapsed when moment.Item == listed => [],
            _ => Move(moment, host, site, aboutGuest: false),
        };
    }

    private IEnumerable<Moment> Hear(Moment moment, bool host)
    {
        var speaker = moment.Of(!host);
        if (speaker.Outbox.IsEmpty)
        {
            return [];
        }
        var (from, say) = (host ? _guest.Kind : _host.Kind, speaker.Outbox[0]);
        var heard = moment.With(!host, speaker with { Outbox = speaker.Outbox.RemoveAt(0) });
        var kind = host ? _host : _guest;
        var listening = _talking.Where(p => p.Case == kind.Kind && heard.Of(host).Runs(p.Name) && Knows(p, from)).ToList();
        var takes = listening
            .SelectMany(p => PackMap.FiringsIn(p, p.Stages.First(s => s.Name == heard.Of(host).Stages[p.Name])))
            .Where(s => s.Rule.On is Trigger.Message m && m.From == from && m.Say == say)
            .ToList();
        if (takes.Count > 0)
        {
            return takes.SelectMany(s => Move(heard, host, s, aboutGuest: true));
        }
        foreach (var procedure in listening)
        {
            Unheard.Add((from, say, procedure, procedure.Stages.First(s => s.Name == heard.Of(host).Stages[procedure.Name])));
        }
        // A case with no procedure that listens has ended: its journal keeps the message without effect.
        return listening.Count > 0 ? [] : [heard];
    }

    private static bool Knows(ProcedureRule procedure, string from) =>
        procedure.Anywhere.Concat(procedure.Stages.SelectMany(s => s.Transitions)).Any(t => t.On is Trigger.Message m && m.From == from);

    private IEnumerable<Moment> Move(Moment moment, bool host, Site site, bool aboutGuest)
    {
        var side = moment.Of(host);
        if (site.Rule.On is Trigger.Elapsed && PassedBy(site.Stage!) is { } mark)
        {
            side = side with { Passed = side.Passed.Add(mark) };
        }
        var to = site.Rule.To switch
        {
            Destination.Stay => [site.Stage!.Name],
            _ => _map.ChartOf(site.Procedure).WaysOn(site.Stage!).Where(w => w.Site == site).Select(w => StageOrEnd(site.Procedure, w.To.Name)),
        };
        return to.SelectMany(stage => Take(moment.With(host, side.At(site.Procedure.Name, stage)), host, site, aboutGuest));
    }

    /// <summary>The steps, with the guest among the chosen items and not among them.</summary>
    private IEnumerable<Moment> Take(Moment moment, bool host, Site site, bool aboutGuest)
    {
        var mayBeChosen = host && site.Rule.Ask.Any(f => f.Type switch
        {
            FieldType.Items items => moment.Item == items.State,
            FieldType.Item => moment.Item is not null,
            _ => false,
        });
        yield return Steps(moment, host, site, aboutGuest, chosen: false);
        if (mayBeChosen)
        {
            yield return Steps(moment, host, site, aboutGuest, chosen: true);
        }
    }

    private Moment Steps(Moment moment, bool host, Site site, bool aboutGuest, bool chosen)
    {
        foreach (var step in site.Rule.Do)
        {
            var side = moment.Of(host);
            moment = step switch
            {
                Step.SetStanding s => moment.With(host, side.In(s.Standing)),
                Step.ApplyOutcome s => moment.With(host, side.In(StandingAfter(s, side.Standing, host))),
                Step.Start s when _talking.Any(p => p.Name == s.Procedure) && !side.Runs(s.Procedure) =>
                    moment.With(host, side.At(s.Procedure, StageOrEnd(_map.Procedure(s.Procedure)!, _map.Procedure(s.Procedure)!.First))),
                Step.StopOthers s => moment.With(host, Stop(side, site.Procedure.Name, s.Except)),
                Step.Join s when !host && s.Link == _host.Kind => moment with { Joined = true },
                Step.SetItem s when host && (s.Input is null ? aboutGuest : chosen) && (s.From is null || moment.Item == s.From) => moment with { Item = s.State },
                Step.SetOtherItems s when host && !chosen && moment.Item == s.From => moment with { Item = s.State },
                Step.Send s when Reaches(s, site, moment, host, aboutGuest, chosen) => moment.With(host, side with { Outbox = side.Outbox.Add(s.Say), Spoke = true }),
                _ => moment,
            };
        }
        return moment;
    }

    private bool Reaches(Step.Send send, Site site, Moment moment, bool host, bool aboutGuest, bool chosen) =>
        _map.ReceiverOf(site, send) == (host ? _guest : _host).Kind
        && (send.OnlyInStanding is null || send.OnlyInStanding == moment.Of(host).Standing)
        && send.To switch
        {
            Recipients.Linked => moment.Joined,
            Recipients.ThisItem => aboutGuest,
            Recipients.Chosen => chosen,
            Recipients.Items items => items.State is null ? moment.Item is not null : moment.Item == items.State,
            _ => true,
        };

    private string StandingAfter(Step.ApplyOutcome step, string standing, bool host)
    {
        var kind = host ? _host : _guest;
        var name = step.Outcome is Value.Literal literal ? literal.Text : _map.Pack.Outcomes.Keys.FirstOrDefault();
        return kind.Standings.Any(s => s.Name == standing && s.Final) || name is null || !_map.Pack.Outcomes.TryGetValue(name, out var outcome)
            ? standing
            : outcome.Standing;
    }

    private static Side Stop(Side side, string but, ImmutableArray<string> except) =>
        side with { Stages = side.Stages.Select(s => s.Key == but || except.Contains(s.Key) ? s : new(s.Key, null)).ToImmutableSortedDictionary() };

    private static string? PassedBy(StageRule stage) => stage switch
    {
        StageRule.Wait wait => wait.Until,
        _ => (stage.Due as DueRule.At)?.Mark,
    };

    private static string? StageOrEnd(ProcedureRule procedure, string stage) =>
        procedure.Stages.FirstOrDefault(s => s.Name == stage) is { Ends: false } ? stage : null;
}
