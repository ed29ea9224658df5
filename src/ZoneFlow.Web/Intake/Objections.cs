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

    public async Task<(string Receipt, Refusal? Refusal)> MakeAsync(
        SignalId signal, CaseId id, string procedure, string entry, string? name, string? contact, string text,
        ImmutableArray<FiledDocument> documents, Confiding confiding, DateTimeOffset receivedAt, string asked, HttpContext http)
    {
        var receipt = $"YY-{Desk.SignalOf("receipt", signal.Value).Value["key/".Length..][..10].ToUpperInvariant()}";
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest || name?.Length > 100 || contact?.Length > 200)
        {
            return (receipt, new Refusal(
                "inputs-wrong", new Label($"请写明异议内容(不超过{Longest}字)。", $"Say what you object to, in at most {Longest} characters."), null,
                [new RefusalDetail("text", new Label("必填。", "Required."))]));
        }

        if (!await limits.AllowAsync($"objection|{http.Connection.RemoteIpAddress}", 30, TimeSpan.FromHours(1), http.RequestAborted))
        {
            return (receipt, new Refusal("too-many", "提交过于频繁，请稍后再试。", "Too many at once; try again later."));
        }

        var body = new SignalBody.MakeObjection(
            procedure, entry, receipt, confiding.TakeIfGiven("name", name), confiding.TakeIfGiven("contact", contact), confiding.Take("text", text.Trim()), documents);
        var answer = await desk.SendAsync(signal, id, receivedAt, Caller.Of(http).Actor, body, confiding, asked, http.RequestAborted);
        return (receipt, answer.Refusal);
    }
}
