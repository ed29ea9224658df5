using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Previews;
using ZoneFlow.Web.Archiving;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Papers;

namespace ZoneFlow.Web.Tests.Samples;

public static class PaperSamples
{
    private static readonly string Hash = new('a', 64);
    private static readonly Paper Approval = new(
        PaperFormat.Letter, "辽宁省知识产权局", "辽知发〔2026〕3号", ["关于同意设立沈阳浑南知识产权服务业集聚区的批复"], "沈阳浑南科技园管委会：",
        [new PaperBlock.Text("经评估、党组会审议并公示无异议，同意设立沈阳浑南知识产权服务业集聚区。", 0), new PaperBlock.Text(Given.Hostile, 0)])
    {
        Signature = new PaperSignature("辽宁省知识产权局", "2026年3月5日"),
    };

    private static readonly ImportedDossier Imported = new(Hash, "zone-1", "LN-2026-0007", Given.Hostile, "辽宁省知识产权局", Hash, 12, Given.Now);
    private static readonly DossierManifest Manifest = new(
        1, "zone-1", "zone", "LN-2026-0007", Given.Hostile, "辽宁省知识产权局", "liaoning-2025", Hash, 12, Hash, Given.Now, new() { ["index.html"] = Hash }, ["deadbeef"]);

    private static readonly TimelineLine[] Lines = [new(1, Given.Now, "周敏", ["建立集聚区。", Given.Hostile]), new(2, Given.Now, null, ["进入“填报”环节。"])];

    private static readonly PreviewModel Preview = new(Given.SignedIn, Given.Case, Given.Document, "/cases/1");

    public static IEnumerable<SamplePage> All =>
    [
        SamplePage.Of<PreviewPage, PreviewModel>("preview-picture", Preview with { Shown = "/cases/1/documents/plan/1/shown" }),
        SamplePage.Of<PreviewPage, PreviewModel>("preview-pdf", Preview with { Shown = "/cases/1/documents/plan/1/shown", IsPdf = true }),
        SamplePage.Of<PreviewPage, PreviewModel>("preview-words", Preview with { Document = Given.PendingDocument, Lines = ["一、总体要求", Given.Hostile], IsCut = true }),
        SamplePage.Of<PreviewPage, PreviewModel>("preview-none", Preview with { Why = NoPreview.TooSlow }),
        SamplePage.Of<LetterPage, LetterPageModel>("letter", new(
            Given.SignedIn, Approval, new Label("关于同意设立沈阳浑南知识产权服务业集聚区的批复", "Approval"), ["To the zone body: the zone is designated."], Given.Today, Given.Case, "/cases/1/letters/1")),
        SamplePage.Of<LetterPage, LetterPageModel>("letter-empty", new(
            Given.SignedIn, new Paper(PaperFormat.Notice, "辽宁省知识产权局", null, ["回执"], null, []), new Label("回执"), [], Given.Today, Given.Case, "/cases/1/letters/2")),
        SamplePage.Of<TimelinePage, TimelineModel>("timeline", new(Given.SignedIn, Given.Case, Lines, "/cases/1/dossier.zip")),
        SamplePage.Of<TimelinePage, TimelineModel>("timeline-empty", new(Given.SignedIn, Given.Case, [], null)),
        SamplePage.Of<DossiersPage, DossiersModel>("dossiers", new(Given.SignedIn, [Imported])),
        SamplePage.Of<DossiersPage, DossiersModel>("dossiers-empty", new(Given.SignedIn, [])),
        SamplePage.Of<DossierPage, DossierModel>("dossier", new(Given.SignedIn, Imported, Manifest, Lines)),
    ];
}
