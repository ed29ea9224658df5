using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;

namespace ZoneFlow.Web.Showing;

/// <summary>What an operator sees of personal texts to be deleted, and who is seen to have read what.</summary>
public sealed class ErasureViews(Erasures erasures, Readings readings, Cases cases, Registers registers, Parties parties, Frames frames, Desk desk)
{
    /// <summary>The case or the party that is meant, or why none is.</summary>
    public async Task<(CaseId? Id, Refusal? Refusal)> CaseAsync(string number, string words, CancellationToken cancellationToken)
    {
        if (words.Length < 2)
        {
            return (null, Forms.Wrong("words", "请至少输入两个字。", "Enter two characters at least."));
        }

        return number.Length > 0 && await registers.MeantAsync(number, cancellationToken) is var of && await cases.FindAsync(of, cancellationToken) is not null
            ? (of, null)
            : (null, Forms.Wrong("number", "没有这个编号的事项或主体。", "There is no case or party of this number."));
    }

    public async Task<ErasureModel> OfAsync(
        HttpContext http, Caller caller, string number, string words, IReadOnlyList<ConfidedText>? found, string ground, Refusal? refused)
    {
        var people = new People(parties, http.RequestAborted);
        var past = new List<PastErasure>();
        foreach (var erasure in await erasures.AllAsync(http.RequestAborted))
        {
            past.Add(new PastErasure(
                await registers.NumberAsync(erasure.Case, http.RequestAborted), erasure.Digests.Length, erasure.Ground,
                await people.NameAsync(erasure.Party, erasure.By), erasure.At));
        }

        return new ErasureModel(
            await frames.OfAsync(http), SitePaths.Erasure, $"{SitePaths.Erasure}/carried-out", Frames.Tokens(caller, desk.NewSignal()), number, words,
            found?.Select(t => new ErasedText(t.Digest, Kind(t.Kind), t.Text.Length > 200 ? $"{t.Text[..200]}…" : t.Text)).ToList(), ground, past, refused);
    }

    public async Task<ReadingsModel> ReadingsAsync(HttpContext http, CaseState? of, int most)
    {
        var (people, lines) = (new People(parties, http.RequestAborted), new List<ReadingLine>());
        foreach (var reading in await readings.AllAsync(of?.Id, most, http.RequestAborted))
        {
            lines.Add(new ReadingLine(
                of?.Number ?? await registers.NumberAsync(reading.Case, http.RequestAborted),
                await people.NameAsync(reading.Party, reading.Person), What(reading.What), reading.At));
        }

        return new ReadingsModel(await frames.OfAsync(http), of is null ? null : $"{of.Title}　{of.Number}", lines);
    }

    private static Label Kind(string kind) => kind switch
    {
        "name" => new("姓名", "Name"),
        "contact" => new("联系方式", "Contact"),
        "reason" => new("理由", "Reason"),
        "file-name" => new("文件名", "File name"),
        "answer" => new("填报内容", "Answer"),
        _ => new("文字", "Text"),
    };

    private static Label What(string view) => view switch
    {
        nameof(View.Documents) => new("材料", "Documents"),
        nameof(View.Answers) => new("申报书", "Application form"),
        nameof(View.Journal) => new("台账日志", "Journal"),
        nameof(View.Objections) => new("异议", "Objections"),
        nameof(View.Scores) => new("评分", "Scores"),
        nameof(View.Dossier) => new("整份卷宗", "Whole dossier"),
        nameof(View.Plan) => new("建设方案", "Plan"),
        _ => new("卷宗", "Dossier"),
    };
}
