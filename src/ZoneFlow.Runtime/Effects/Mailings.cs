using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Links;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Runtime.Effects;

/// <summary>Turns what the core wants told into mails: to whoever holds the role when it is sent, one mail a person.</summary>
public sealed class Mailings(
    ICaseStore store, Shell.Cases cases, Parties parties, ActionLinks links, LetterText letters, MailRenderer render, IMailer mailer,
    ShellOptions options, TimeProvider time, WallClock wall)
{
    private static readonly TimeSpan SentKept = TimeSpan.FromDays(30);

    public async Task SendAsync(CaseId id, Effect.Tell tell, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(id, cancellationToken) is not var (state, rules))
        {
            throw new InvalidOperationException($"There is no case {id} to write of.");
        }

        var people = await parties.AudienceAsync(tell.To, cancellationToken);
        if (tell.Kind is TellKind.Task or TellKind.Reminder && ProcedureOf(state, tell) is { } procedure && StageHolders.Assigned(procedure, tell.To) is { } assigned
            && people.Where(p => p.Person == assigned.Person && p.Party == assigned.Party).ToList() is { Count: > 0 } one)
        {
            // Handed over to one of them, unless that one has gone since.
            people = one;
        }

        if (people.Count == 0)
        {
            // Nobody holds the role: the operator hears of it the same day instead of nobody at all.
            people = await parties.AudienceAsync(new Audience(Actor.OperatorRole, null, null), cancellationToken);
        }

        if (people.Count == 0)
        {
            throw new NobodyToTellException(tell.To);
        }

        foreach (var person in people)
        {
            await SendAsync(state, rules, tell, person, cancellationToken);
        }
    }

    // One effect may reach several people; whoever has it already does not get it twice when the rest is tried again.
    private async Task SendAsync(CaseState state, Rulebook rules, Effect.Tell tell, Addressee to, CancellationToken cancellationToken)
    {
        var key = $"mail|{tell.Id}|{to.Person}";
        if (await store.RecordAsync(RecordKinds.Sent, key, cancellationToken) is not null)
        {
            return;
        }

        var mail = await render(await MailAsync(state, rules, tell, to, cancellationToken));
        await mailer.SendAsync(mail.To(to, key, tell.Kind.ToString().ToLowerInvariant(), options.From, time.GetUtcNow()), cancellationToken);
        await store.PutRecordAsync(new KeyedRecord(RecordKinds.Sent, key, "{}", wall.Time.GetUtcNow() + SentKept), cancellationToken);
    }

    private async Task<TellMail> MailAsync(CaseState state, Rulebook rules, Effect.Tell tell, Addressee to, CancellationToken cancellationToken)
    {
        var caseUrl = $"{options.BaseAddress}/cases/{Uri.EscapeDataString(state.Id.Value)}";
        var explainUrl = tell.Values.TryGetValue("due-id", out var deadline) ? $"{caseUrl}/deadlines/{deadline}" : null;
        string? actionUrl = null;
        if (ProcedureOf(state, tell) is { } procedure)
        {
            var due = StageHolders.DeadlineOf(state, procedure);
            explainUrl ??= due is null ? null : $"{caseUrl}/deadlines/{due.Id}";
            var actor = await parties.ActorAsync(to.Person, to.Party, SignedIn.ActionLink, false, cancellationToken);
            if (actor is not null && Offers.IsHeldBy(rules.Policy, state, procedure, actor) && StageHolders.WithAnother(rules.Policy, state, procedure, actor) is null)
            {
                actionUrl = await links.IssueAsync(state.Id, to, procedure.Id, tell.Visit, tell.Id, due?.DueAt, cancellationToken);
            }
        }

        if (state.Kind == CaseKinds.Plan)
        {
            // One mail may speak of several tasks: it leads to the page that has all of them, which units may see.
            caseUrl += "/plan";
        }

        if (tell.Kind == TellKind.Watch)
        {
            // To the list that the numbers come from.
            caseUrl += $"/rosters/{tell.Values["roster-name"]}";
        }

        var reason = tell.Reason is { } digest ? await letters.ReasonAsync(state.Id, digest, cancellationToken) : null;
        if (tell.Template is not { } template)
        {
            return new TellMail(tell, to, caseUrl, actionUrl, explainUrl, reason, null, null);
        }

        var (title, body) = await letters.RenderAsync(
            rules.Policy, state, template, tell.Values, tell.Reason, CivilDate.Of(tell.NotBefore), cancellationToken);
        return new TellMail(tell, to, caseUrl, actionUrl, explainUrl, reason, title, body);
    }

    private static Procedure? ProcedureOf(CaseState state, Effect.Tell tell) =>
        tell.Procedure is { } id && state.Procedure(id) is { } procedure && procedure.Visit == tell.Visit ? procedure : null;
}
