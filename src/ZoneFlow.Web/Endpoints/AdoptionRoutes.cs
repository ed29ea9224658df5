using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Taking over a zone that began before the system.</summary>
internal static class AdoptionRoutes
{
    private static readonly Label Required = new("必填。", "Required.");

    public static async Task<IResult> ShowAsync(HttpContext http, Caller caller, string? policy, AdoptionPages pages) =>
        await PageAsync(await pages.OfAsync(http, caller, policy, Typed.Nothing, null), null);

    public static async Task<IResult> TakeAsync(
        HttpContext http, Caller caller, PageIntake intake, AdoptionPages pages, Office office, Numbers numbers, Desk desk)
    {
        var (posted, problem) = await intake.ReadAsync(http, caller.Session);
        if (posted is null)
        {
            return problem!;
        }

        var policy = posted.Typed.One("policy");
        if (AdoptionPages.Of(await office.PacksAsync(http.RequestAborted), caller.Actor).FirstOrDefault(p => p.Id == policy) is not { } pack)
        {
            return Problems.Of(http, StatusCodes.Status403Forbidden, "not-yours", "这项政策不由您单位决定。", "This policy is not your office's to decide under.");
        }

        var (adoption, refusal) = Read(pack, posted);
        if (adoption is not null)
        {
            var id = new CaseId($"{CaseKinds.Zone}-{Desk.SignalOf("case", posted.Signal.Value).Value["key/".Length..][..32]}");
            var body = adoption with { Number = await numbers.NextAsync(CaseKinds.Zone, id, http.RequestAborted) };
            var answer = await desk.SendProvenAsync(
                posted.Signal, id, posted.ReceivedAt, caller.Actor, body, posted.Confiding, posted.Asked, posted.Typed.One("code"), caller.Session, posted.Device, http.RequestAborted);
            if (answer.Accepted)
            {
                return SeeOther.To(Views.CaseHref(id));
            }

            // The core names a role, a date or a duty by itself; the page by the field it stands in.
            refusal = answer.Refusal! with { Details = [.. answer.Refusal!.Details.Select(d => AdoptionPages.ApplicantRoles(pack).Contains(d.Name) ? d with { Name = $"with.{d.Name}" } : d)] };
        }

        return await PageAsync(await pages.OfAsync(http, caller, policy, posted.Typed, refusal), refusal);
    }

    private static (SignalBody.AdoptCase? Adoption, Refusal? Refusal) Read(Pack pack, PostedPage posted)
    {
        var typed = posted.Typed;
        var wrong = new List<RefusalDetail>();
        foreach (var name in (string[])["title", "region", "standing", $"with.{pack.Cases[CaseKinds.Zone].OpenedBy}"])
        {
            if (typed.One(name) is null)
            {
                wrong.Add(new RefusalDetail(name, Required));
            }
        }

        if (posted.Form.Refusal is { } unfit)
        {
            wrong.AddRange(unfit.Details.Select(d => d with { Name = $"file.{d.Name}" }));
        }

        var marks = ImmutableSortedDictionary.CreateBuilder<string, AdoptedMark>(StringComparer.Ordinal);
        foreach (var (mark, _) in AdoptionPages.Dates(pack))
        {
            if (Mark(mark, posted, wrong) is { } adopted)
            {
                marks[mark] = adopted;
            }
        }

        if (wrong.Count > 0)
        {
            return (null, Forms.Wrong(wrong));
        }

        return (new SignalBody.AdoptCase(
            pack.Revision, CaseKinds.Zone, "", typed.One("title")!, typed.One("region"),
            [.. AdoptionPages.ApplicantRoles(pack).SelectMany(role => typed.All($"with.{role}").Select(p => new Applicant(role, new PartyId(p))))], typed.One("standing")!,
            marks.ToImmutable(), [.. AdoptionPages.Duties(pack).SelectMany(d => Settled(d, typed.One($"settled.{d.Name}")))]), null);
    }

    private static AdoptedMark? Mark(string mark, PostedPage posted, List<RefusalDetail> wrong)
    {
        if (posted.Typed.One($"date.{mark}") is not { } text)
        {
            return null;
        }

        if (!CivilDate.TryParse(text, out var date))
        {
            wrong.Add(new RefusalDetail(mark, new Label($"没有“{text}”这一天，请按2025-04-22的格式填写。", $"There is no date \"{text}\"; write it as 2025-04-22.")));
        }

        var (slot, file) = (posted.Typed.One($"slot.{mark}"), posted.Form.Files.FirstOrDefault(f => f.Slot == mark));
        if (slot is null)
        {
            wrong.Add(new RefusalDetail($"slot.{mark}", new Label("请选择依据的文件。", "Choose which paper says so.")));
        }

        if (file is null)
        {
            wrong.Add(new RefusalDetail($"file.{mark}", new Label("请上传依据的文件。", "Upload the paper that says so.")));
        }

        return slot is null || file is null ? null : new AdoptedMark(date, file with { Slot = slot });
    }

    private static IEnumerable<string> Settled(DutyRule duty, string? typed) =>
        (typed ?? "").Split(['、', '，', ',', ' ', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(key => $"{duty.Name}/{key}");

    private static Task<IResult> PageAsync(AdoptionModel model, Refusal? refused) =>
        PageResults.PageAsync<AdoptionPage, AdoptionModel>(model, refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused));
}
