using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Intake;

/// <summary>Takes the action of a posted page, by a session or by a link.</summary>
public sealed class Acts(Desk desk)
{
    private const int CheckLength = 4;

    public async Task<Answer> TakeAsync(AtWork at, string action, string? procedure, int visit, PostedPage posted, CancellationToken cancellationToken)
    {
        var desked = new CaseAtDesk(at.State, at.Rules, at.Actor, posted.ReceivedAt) { Holder = at.Holder, Device = posted.Device };
        var form = new ActionForm(
            procedure, visit, action, posted.Typed.Under("input."), posted.Typed.One("reason"), posted.Typed.All("attest"), posted.Form.Files,
            posted.Typed.One("code"));
        var offer = desked.Offer(form);
        var refused = posted.Form.Refusal ?? Unchecked(at, posted) ?? (offer is null ? null : Unasked(at.Pack, offer, posted));
        var answer = refused is not null
            ? new Answer(at.State, refused, at.State.Version, false)
            : await desk.ActAsync(posted.Signal, desked, form, posted.Confiding, posted.Asked, at.Link, cancellationToken);
        return answer.Refusal is { } refusal ? answer with { Refusal = WithFiles(refusal, posted) } : answer;
    }

    // A forwarded mail is acted on by nobody who has not read it: the page asks for what the mail's case number ends in.
    private static Refusal? Unchecked(AtWork at, PostedPage posted)
    {
        var wanted = at.State.Number[^Math.Min(CheckLength, at.State.Number.Length)..];
        if (at.Link is null || string.Equals(posted.Typed.One("check")?.Normalize(System.Text.NormalizationForm.FormKC), wanted, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var message = new Label("请输入案件编号的最后四位。", "Enter the last four characters of the case number.");
        return new Refusal("check", message, null, [new RefusalDetail("check", message)]);
    }

    private static Refusal? Unasked(Pack pack, Offer offer, PostedPage posted)
    {
        var unasked = posted.Form.Files.Where(f => !FileForms.Slots(pack, offer).Contains(f.Slot)).ToImmutableArray();
        var message = new Label("此操作不收这份材料。", "This action does not take this document.");
        return unasked.IsEmpty ? null : new Refusal("document-not-asked", message, null, [.. unasked.Select(f => new RefusalDetail(f.Slot, message))]);
    }

    // A refused act changes nothing, so its files are not the case's, and no page can put them back into their fields.
    private static Refusal WithFiles(Refusal refusal, PostedPage posted) => refusal with
    {
        Details = refusal.Details.AddRange(posted.Form.Files.Where(f => refusal.Details.All(d => d.Name != f.Slot)).Select(f => new RefusalDetail(
            f.Slot, new Label($"“{NameOf(f, posted)}”没有问题，再次提交时请重新选择。", $"\"{NameOf(f, posted)}\" was in order; choose it again.")))),
    };

    private static string NameOf(FiledDocument file, PostedPage posted) =>
        posted.Confiding.Texts.FirstOrDefault(t => t.Digest == file.Name.Digest)?.Text ?? file.Slot;
}
