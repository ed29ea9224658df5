using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Web.Access;

namespace ZoneFlow.Web.Intake;

/// <summary>Takes objections in from anybody, and gives a receipt that quotes nothing of who objected.</summary>
public sealed class Objections(Desk desk, RateLimits limits)
{
    private const int Longest = 5_000;
    private const int LongestName = 100;
    private const int LongestContact = 200;

    public async Task<(string Receipt, Refusal? Refusal)> MakeAsync(
        SignalId signal, CaseId id, string procedure, string entry, string? name, string? contact, string text,
        ImmutableArray<FiledDocument> documents, Confiding confiding, DateTimeOffset receivedAt, string asked, HttpContext http)
    {
        var receipt = $"YY-{Desk.SignalOf("receipt", signal.Value).Value["key/".Length..][..10].ToUpperInvariant()}";
        var wrong = Wrong(entry, name, contact, text);
        if (wrong.Count > 0)
        {
            // What the core would say besides, so that all of it is said at once; that the notice is over comes before anything typed.
            var besides = await desk.RefusalOfAsync(id, receivedAt, Caller.Of(http).Actor, Body(text.Trim() is { Length: > 0 } some ? some : "—"), http.RequestAborted);
            return (receipt, besides is { Details.IsEmpty: true, Rule: not "no-such-entry" }
                ? besides
                : new Refusal(
                    "inputs-wrong", new Label("异议没有填写完整。", "The objection is not complete."), besides?.Source,
                    [.. wrong, .. besides?.Details.Where(d => wrong.All(w => w.Name != d.Name)) ?? []]));
        }

        if (!await limits.AllowAsync($"objection|{http.Connection.RemoteIpAddress}", 30, TimeSpan.FromHours(1), http.RequestAborted))
        {
            return (receipt, new Refusal("too-many", "提交过于频繁，请稍后再试。", "Too many at once; try again later."));
        }

        var answer = await desk.SendAsync(signal, id, receivedAt, Caller.Of(http).Actor, Body(text.Trim()), confiding, asked, http.RequestAborted);
        return (receipt, answer.Refusal);

        SignalBody.MakeObjection Body(string said) => new(
            procedure, entry, receipt, confiding.TakeIfGiven("name", name), confiding.TakeIfGiven("contact", contact), confiding.Take("text", said), documents);
    }

    private static List<RefusalDetail> Wrong(string entry, string? name, string? contact, string text)
    {
        var wrong = new List<RefusalDetail>();
        if (entry.Length == 0)
        {
            wrong.Add(new RefusalDetail("entry", new Label("请选择对哪一项有异议。", "Choose which entry it is about.")));
        }

        foreach (var (field, typed, longest) in ((string, string?, int)[])[("name", name, LongestName), ("contact", contact, LongestContact), ("text", text, Longest)])
        {
            if (typed?.Length > longest)
            {
                wrong.Add(new RefusalDetail(field, new Label($"不超过{longest}字。", $"At most {longest} characters.")));
            }
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            wrong.Add(new RefusalDetail("text", new Label("必填。", "Required.")));
        }

        return wrong;
    }
}
