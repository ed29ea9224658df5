using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;

namespace ZoneFlow.Web.Api;

/// <summary>Filling in the form, filing documents and taking actions.</summary>
internal static class FilingApi
{
    public static async Task<IResult> SaveAnswersAsync(HttpContext http, CaseAtHand at, Desk desk, Rulebooks rulebooks, TimeProvider time)
    {
        var (asked, bytes) = await ApiBody.ReadAsync(http, ApiJson.Default.AnswersRequest);
        var (request, problem) = ApiRequest.Of(http, desk, time, bytes);
        if (request is null)
        {
            return problem!;
        }

        if (asked.Answers.Keys.FirstOrDefault(name => at.Pack.Form.All(f => f.Name != name)) is { } unknown)
        {
            return Problems.Refused(http, new Refusal(
                "answers-wrong", new Label("申报书有填写错误。", "Some answers are wrong."), null,
                [new RefusalDetail(unknown, new Label("没有这一项。", "There is no such field."))]));
        }

        var confiding = desk.NewConfiding();
        var (answers, unreadable) = FieldReader.Read(at.Pack.Form, ApiValues.Typed(asked.Answers), confiding);
        if (unreadable.Length > 0)
        {
            return Problems.Refused(http, new Refusal("answers-wrong", new Label("申报书有填写错误。", "Some answers are wrong."), null, unreadable));
        }

        var answer = await desk.SendAsync(
            request.Signal, at.State.Id, request.ReceivedAt, at.Caller.Actor, new SignalBody.SaveAnswers(answers), confiding, request.Asked, http.RequestAborted);
        return await ApiAnswers.AnsweredAsync(http, answer, at.Caller, rulebooks, time);
    }

    /// <summary>Takes one file, in a form with the fields procedure, visit and slot.</summary>
    public static async Task<IResult> FileAsync(HttpContext http, CaseAtHand at, FormIntake intake, Desk desk, TimeProvider time)
    {
        var confiding = desk.NewConfiding();
        var form = await intake.ReadAsync(http, confiding);
        if (form.Refusal is { } refused)
        {
            return Problems.Refused(http, refused);
        }

        var (request, problem) = ApiRequest.Of(http, desk, time, form.Digest);
        if (request is null)
        {
            return problem!;
        }

        if (form.Files is not [var file] || form.Typed.One("procedure") is not { } procedure || !int.TryParse(form.Typed.One("visit"), out var visit))
        {
            return Problems.BadRequest(
                http, "form", "须有procedure、visit两项和一个名为“file.材料栏”的文件。", "The form has the fields procedure and visit, and one file named file.<slot>.");
        }

        var answer = await desk.SendAsync(
            request.Signal, at.State.Id, request.ReceivedAt, at.Caller.Actor, new SignalBody.FileDocument(procedure, visit, file), confiding, request.Asked,
            http.RequestAborted);
        if (answer.Refusal is { } refusal)
        {
            return Problems.Refused(http, refusal);
        }

        var version = answer.State!.Filed.GetValueOrDefault(file.Slot);
        return Results.Json(
            new DocumentAnswer(
                file.Slot, version, file.Content.ToString(), file.Size, file.MediaType, confiding.Texts[0].Text, request.ReceivedAt),
            ApiJson.Default.DocumentAnswer, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>Takes an action, as JSON, or as a form with a part "request" of the same JSON and files named file.&lt;slot&gt;.</summary>
    public static async Task<IResult> ActAsync(HttpContext http, CaseAtHand at, string action, FormIntake intake, Desk desk, Rulebooks rulebooks, TimeProvider time)
    {
        var confiding = desk.NewConfiding();
        ActionRequest asked;
        byte[] bytes;
        ImmutableArray<FiledDocument> files = [];
        if (http.Request.HasFormContentType)
        {
            var form = await intake.ReadAsync(http, confiding);
            if (form.Refusal is { } refused)
            {
                return Problems.Refused(http, refused);
            }

            asked = ApiBody.Read(Encoding.UTF8.GetBytes(form.Typed.One("request") ?? "{}"), ApiJson.Default.ActionRequest);
            (bytes, files) = (form.Digest, form.Files);
        }
        else
        {
            (asked, bytes) = await ApiBody.ReadAsync(http, ApiJson.Default.ActionRequest);
        }

        var (request, problem) = ApiRequest.Of(http, desk, time, bytes);
        if (request is null)
        {
            return problem!;
        }

        var answer = await desk.ActAsync(
            request.Signal, new CaseAtDesk(at.State, at.Rules, at.Caller.Actor, request.ReceivedAt) { Holder = at.Caller.Session },
            new ActionForm(asked.Procedure, asked.Visit, action, ApiValues.Typed(asked.Inputs), asked.Reason, asked.Attest ?? [], files, asked.Code),
            confiding, request.Asked, null, http.RequestAborted);
        return await ApiAnswers.AnsweredAsync(http, answer, at.Caller, rulebooks, time);
    }
}
