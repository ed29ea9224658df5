using System.Collections.Immutable;
using System.Text.Json;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Faults.Checking;
using ZoneFlow.Faults.Simulated;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Links;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Faults.Living;

/// <summary>
/// People and what stands between them and the server: they post twice, late, out of order and from old forms, and machines
/// open their links. Who gets no answer asks again under the same id.
/// </summary>
internal sealed class Callers(
    Pack pack, Cast cast, Random chance, Turns turns, SimulatedClock clock, Promises promises, SimulatedMail mail, SimulatedDisk disk)
{
    // What would end a life before it has begun is done less often.
    private static readonly string[] Rare = ["withdraw", "decline", "refuse", "dissolve", "decide-on-none", "adjourn", "return", "drop"];

    // Where experts sit: over a zone itself, or over a call's applications.
    private readonly string _judged = pack.Procedures.First(p => p.Stages.Any(s => s is StageRule.Panel)).Case;

    // Rounds that a zone may still name.
    private readonly ImmutableArray<string> _open =
        [.. pack.Procedures.SelectMany(p => p.Stages).SelectMany(s => s.Transitions).SelectMany(t => t.Ask).Select(f => f.Type).OfType<FieldType.Case>().SelectMany(f => f.Standings)];

    private readonly Papers _papers = new(pack, chance);
    private readonly List<SignalRequest> _posted = [];
    private readonly List<SignalRequest> _unanswered = [];
    private int _zones;
    private int _rounds;
    private int _signals;

    /// <summary>One thing that somebody does.</summary>
    public async Task StepAsync(Installation shell)
    {
        try
        {
            await (chance.Next(20) switch
            {
                0 when _zones < 6 => OpenZoneAsync(shell),
                1 when _rounds < 5 => OpenRoundAsync(shell),
                2 => FillInAsync(shell),
                3 => ObjectAsync(shell),
                4 or 5 or 6 => JudgeAsync(shell),
                7 => ReplayAsync(shell),
                8 => ScanAsync(shell),
                9 => HurryAsync(shell),
                10 when Chance(20) => CorrectAsync(shell),
                _ => ActAsync(shell),
            });
        }
        catch (Exception error) when (error is IOException or PowerCutException or InvalidOperationException { Message: "There is no case." })
        {
            // A page that could not be shown; nothing was asked yet.
        }
    }

    /// <summary>Sends a request, perhaps late and perhaps twice at once.</summary>
    public async Task PostAsync(Installation shell, SignalRequest request)
    {
        _unanswered.Add(request);
        if (request.Actor.How != SignedIn.System)
        {
            _posted.Add(request);
        }

        await (Chance(8) ? Task.WhenAll(TryAsync(shell, request), TryAsync(shell, request)) : TryAsync(shell, request));
    }

    /// <summary>Everybody who never heard asks again.</summary>
    public async Task AskAgainAsync(Installation shell)
    {
        foreach (var request in _unanswered.ToList())
        {
            await TryAsync(shell, request);
        }
    }


    private async Task TryAsync(Installation shell, SignalRequest request)
    {
        if (Chance(15))
        {
            await turns.LingerAsync(chance.Next(1, 30));
        }

        try
        {
            var answer = await shell.Cases.SendAsync(request, CancellationToken.None);
            _unanswered.Remove(request);
            promises.Told(request, answer);
        }
        catch (Exception error) when (error is IOException or PowerCutException)
        {
            // No answer: it may have been done or not.
        }
    }

    private async Task OpenZoneAsync(Installation shell)
    {
        var body = Pick(cast.Applicants);
        var id = new CaseId($"zone-{++_zones}");
        var title = Chance(15) ? "同名集聚区" : $"集聚区{_zones}";
        var number = await shell.Numbers.NextAsync(CaseKinds.Zone, id, CancellationToken.None);
        var actor = await ActorAsync(shell, body);
        await PostAsync(shell, Request(shell, id, actor, new SignalBody.OpenCase(
            pack.Revision, CaseKinds.Zone, number, title, Pick(cast.Regions), [new Applicant(body.Role, body.Party)])));
    }

    private async Task OpenRoundAsync(Installation shell)
    {
        var authority = cast.Bodies.First(b => pack.Roles.TryGetValue(b.Role, out var role) && role.Kind == RoleKind.Authority);
        var id = new CaseId($"round-{++_rounds}");
        var number = await shell.Numbers.NextAsync(CaseKinds.Round, id, CancellationToken.None);
        await PostAsync(shell, Request(
            shell, id, await ActorAsync(shell, authority), new SignalBody.OpenCase(pack.Revision, CaseKinds.Round, number, $"第{_rounds}批", null, [])));
    }

    private async Task FillInAsync(Installation shell)
    {
        if (await AnyAsync(shell, CaseKinds.Zone) is { } state)
        {
            await FillInAsync(shell, state);
        }
    }

    private async Task FillInAsync(Installation shell, CaseState state)
    {
        if (!state.Applicants.IsEmpty)
        {
            var body = cast.Bodies.First(b => b.Party == state.Applicants[0].Party);
            await PostAsync(shell, Request(
                shell, state.Id, await ActorAsync(shell, body), new SignalBody.SaveAnswers(_papers.Form(CivilDate.Of(clock.Now)))));
        }
    }

    private async Task ObjectAsync(Installation shell)
    {
        if (await AnyAsync(shell, Chance(70) ? CaseKinds.Round : CaseKinds.Zone) is { } state && state.Procedures.FirstOrDefault(p => !p.Entries.IsEmpty) is { } notice
            && Chance(40))
        {
            var confiding = new Confiding(shell.Random);
            var body = new SignalBody.MakeObjection(
                notice.Id, Pick(notice.Entries).Key, $"R-{_signals}", confiding.Take("name", "张三"), confiding.Take("contact", "电话"),
                confiding.Take("text", "不符合条件"), []);
            await PostAsync(shell, Request(shell, state.Id, Actor.Anonymous, body, confiding));
        }
    }

    private async Task JudgeAsync(Installation shell)
    {
        if (await AnyAsync(shell, _judged) is not { } state
            || state.Procedures.FirstOrDefault(p => pack.Procedure(p.Name).Stage(p.Stage) is StageRule.Panel) is not { } procedure)
        {
            await ActAsync(shell);
            return;
        }

        await JudgeAsync(shell, state, procedure, (StageRule.Panel)pack.Procedure(procedure.Name).Stage(procedure.Stage));
    }

    private async Task JudgeAsync(Installation shell, CaseState state, Procedure procedure, StageRule.Panel panel)
    {
        if (procedure.Seats.IsEmpty)
        {
            var seats = cast.Experts.Take(panel.Rule.PresetSeats).Select(e => e.Party).ToImmutableArray();
            await PostAsync(shell, Request(
                shell, state.Id, await ActorAsync(shell, cast.Bodies.First(b => b.Role == panel.Rule.SeatedBy)),
                new SignalBody.SeatExperts(procedure.Id, procedure.Visit, seats)));
            if (await shell.Cases.FindAsync(state.Id, CancellationToken.None) is not var (seated, _) || seated.Procedure(procedure.Id) is not { } now)
            {
                return;
            }

            procedure = now;
        }

        var subjects = panel.Rule.OverItems is { } judged ? state.Items.Where(i => i.State == judged).Select(i => i.Key) : [state.Id.Value];
        foreach (var (seat, subject) in subjects.SelectMany(s => procedure.Seats.Select(seat => (seat, s))).Where(s => !s.seat.Recused && !s.seat.Scored.Contains(s.s)).ToList())
        {
            var scores = panel.Rule.Weights.IsEmpty
                ? Map<decimal>().Add("overall", chance.Next(50, 101))
                : panel.Rule.Weights.ToImmutableSortedDictionary(w => w.Key, _ => (decimal)chance.Next(50, 101), StringComparer.Ordinal);
            await PostAsync(shell, Request(
                shell, state.Id, await ActorAsync(shell, cast.Experts.First(e => e.Party == seat.Expert)),
                new SignalBody.GiveScore(procedure.Id, procedure.Visit, subject, scores, null)));
        }
    }

    private async Task ActAsync(Installation shell)
    {
        if (await AnyAsync(shell, Chance(25) ? CaseKinds.Round : CaseKinds.Zone) is not { } state)
        {
            return;
        }

        var rules = await shell.Rulebooks.ForAsync(state.Pack, CancellationToken.None);
        var offers = new List<(Actor Actor, Offer Offer)>();
        foreach (var body in cast.Bodies.Where(b => b.Region is null || b.Region == state.Region))
        {
            var actor = await ActorAsync(shell, body);
            offers.AddRange(Offers.To(rules, state, actor, clock.Now).Select(o => (actor, o)));
        }

        offers.RemoveAll(o => Rare.Contains(o.Offer.Action) && !Chance(2));
        offers.RemoveAll(o => o.Offer.Action == "convene" && state.Items.All(i => i.State != "tabled") && !Chance(4));
        if (offers.Count == 0)
        {
            return;
        }

        var (who, offer) = Pick(offers);
        await PrepareAsync(shell, state, offer);
        var confiding = new Confiding(shell.Random);
        var rounds = await RoundsAsync(shell);
        var act = await _papers.ActAsync(shell, state, offer, confiding, rounds, CivilDate.Of(clock.Now));
        var request = Request(shell, state.Id, who, act, confiding);
        if (Chance(30) && await LinkAsync(shell, state.Id, who, offer) is { } link)
        {
            request = request with { Consumes = ActionLinks.Used(link, request.Id) };
        }

        if (Chance(10))
        {
            // The form stays open for a while, and what was on it may have gone stale.
            await turns.LingerAsync(chance.Next(10, 60));
        }

        await PostAsync(shell, request);
    }

    // Most people do first what they know will be asked for.
    private async Task PrepareAsync(Installation shell, CaseState state, Offer offer)
    {
        if (!offer.Transition.Meets.IsEmpty && Chance(90))
        {
            await FillInAsync(shell, state);
        }
        else if (offer is { Stage: StageRule.Panel panel, Procedure: { } procedure } && Chance(80))
        {
            await JudgeAsync(shell, state, procedure, panel);
        }
    }

    private async Task<List<CaseId>> RoundsAsync(Installation shell)
    {
        var rounds = new List<CaseId>();
        foreach (var life in disk.Cases.Values.Where(c => c.Kind == CaseKinds.Round).ToList())
        {
            if (await shell.Cases.FindAsync(life.Id, CancellationToken.None) is var (state, _)
                && ((_open.IsEmpty ? state.Standing == pack.Cases[CaseKinds.Round].Standings[0].Name : _open.Contains(state.Standing)) || Chance(10)))
            {
                rounds.Add(life.Id);
            }
        }

        return rounds;
    }

    private async Task<ActionLink?> LinkAsync(Installation shell, CaseId id, Actor actor, Offer offer)
    {
        foreach (var (of, token) in Links().Where(l => l.Case == id).Reverse().Take(10))
        {
            if (await shell.Links.FindAsync(id, token, CancellationToken.None) is { } link && link.Person == actor.Person && link.Procedure == offer.Procedure?.Id)
            {
                return link;
            }
        }

        return null;
    }

    // Something seen before comes again: the same request, another under its id, or its form under a new id.
    private async Task ReplayAsync(Installation shell)
    {
        if (_posted.Count == 0)
        {
            return;
        }

        var old = Pick(_posted);
        await (chance.Next(3) switch
        {
            0 => TryAsync(shell, old),
            1 => TryAsync(shell, old with { Asked = "something else" }),
            _ => old.Body is SignalBody.Act ? PostAsync(shell, old with { Id = NewId(), ReceivedAt = clock.Now, Consumes = null }) : TryAsync(shell, old),
        });
    }

    // A scanner opens every link it finds; no case may move by it.
    private async Task ScanAsync(Installation shell)
    {
        foreach (var (id, token) in Links().TakeLast(5))
        {
            if (await shell.Links.FindAsync(id, token, CancellationToken.None) is { } link)
            {
                await shell.Links.ViewedAsync(id, link, CancellationToken.None);
            }
        }
    }

    // A message takes another way and arrives before its turn, or once more.
    private async Task HurryAsync(Installation shell)
    {
        var messages = disk.EveryEffect.Values.Where(e => e.Kind == "message").TakeLast(6).ToList();
        if (messages.Count > 0 && JsonSerializer.Deserialize(Pick(messages).Json, CaseJson.Stored.Effect) is Core.Cases.Effect.SendMessage m)
        {
            var from = m.Id[..m.Id.IndexOf('/', StringComparison.Ordinal)];
            var body = new SignalBody.HearMessage(new CaseId(from), m.FromKind, m.Sequence, m.Say, m.With);
            await TryAsync(shell, new SignalRequest(new SignalId($"effect/{m.Id}"), m.To, clock.Now, Actor.System, body, []));
        }
    }

    private async Task CorrectAsync(Installation shell)
    {
        if (await AnyAsync(shell, CaseKinds.Zone) is { } state && state.Marks.Count > 0)
        {
            var authority = cast.Bodies.First(b => pack.Roles.TryGetValue(b.Role, out var role) && role.Kind == RoleKind.Authority);
            var (name, mark) = Pick(state.Marks.ToList());
            var confiding = new Confiding(shell.Random);
            var body = new SignalBody.CorrectMark(name, mark.Date.AddDays(chance.Next(-20, 5)), confiding.Take("reason", "笔误"), []);
            await PostAsync(shell, Request(shell, state.Id, await ActorAsync(shell, authority), body, confiding));
        }
    }

    private async Task<CaseState?> AnyAsync(Installation shell, string kind)
    {
        var all = disk.Cases.Values.Where(c => c.Kind == kind).ToList();
        return all.Count > 0 && await shell.Cases.FindAsync(Pick(all).Id, CancellationToken.None) is var (state, _) ? state : null;
    }

    private async Task<Actor> ActorAsync(Installation shell, Body body) =>
        await shell.Parties.ActorAsync(body.Person, body.Party, SignedIn.Session, !Chance(3), CancellationToken.None)
        ?? throw new BrokenException($"{body.Person} no longer acts for {body.Party}.");

    private SignalRequest Request(Installation shell, CaseId id, Actor actor, SignalBody body, Confiding? confiding = null) =>
        new(NewId(), id, clock.Now, actor, body, [.. confiding?.Texts ?? []], "asked");

    private SignalId NewId() => new($"s{++_signals:D6}");

    private IEnumerable<(CaseId Case, Token Token)> Links()
    {
        foreach (var text in mail.Sent.TakeLast(60).Select(m => m.TextBody.Split('\n')[1]))
        {
            var parts = text.Split('/');
            if (parts.Length > 2 && Token.TryParse(parts[^1], out var token))
            {
                yield return (new CaseId(Uri.UnescapeDataString(parts[^2])), token);
            }
        }
    }

    private static ImmutableSortedDictionary<string, T> Map<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);

    private bool Chance(int percent) => chance.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> all) => all[chance.Next(all.Count)];
}
