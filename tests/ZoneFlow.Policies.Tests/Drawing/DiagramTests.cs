using System.Globalization;
using System.Xml.Linq;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Drawing;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Drawing;

public sealed class DiagramTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> All =>
        [.. ShippedPacks.Names.SelectMany(n => Diagrams.NamesOf(ShippedPacks.Load(n).Pack!), (n, d) => $"{n}/{d}")];

    [Theory]
    [MemberData(nameof(All))]
    public void Svg_OfEveryProcedure_HasNoOverlappingBoxesOrWords_AndEveryTextFits(string drawn)
    {
        var (pack, name) = (drawn.Split('/')[0], drawn.Split('/')[1]);
        var svg = XDocument.Parse(SvgDiagram.Of(Diagrams.Of(ShippedPacks.Load(pack).Pack!, name)!));

        var frames = svg.Descendants(Svg + "g").Where(g => g.Attribute("data-box") is not null || g.Attribute("data-words") is not null)
            .Select(g => (Name: (g.Attribute("data-box") ?? g.Attribute("data-words"))!.Value, At: Shift(g), Rect: g.Element(Svg + "rect")!, Texts: g.Elements(Svg + "text").ToList()))
            .Select(f => (f.Name, Left: f.At.X + N(f.Rect, "x"), Top: f.At.Y + N(f.Rect, "y"), Width: N(f.Rect, "width"), Height: N(f.Rect, "height"), f.Texts)).ToList();
        for (var i = 0; i < frames.Count; i++)
        {
            Assert.All(frames[i].Texts, t => Assert.InRange(Lettering.Width(t.Value, N(t, "font-size")), 0, frames[i].Width));
            for (var j = i + 1; j < frames.Count; j++)
            {
                var (a, b) = (frames[i], frames[j]);
                Assert.False(
                    a.Left < b.Left + b.Width && b.Left < a.Left + a.Width && a.Top < b.Top + b.Height && b.Top < a.Top + a.Height, $"{a.Name} and {b.Name} overlap");
            }
        }

        Assert.Empty(svg.Descendants(Svg + "script").Concat(svg.Descendants(Svg + "style")));
        Assert.DoesNotContain(svg.Descendants().Attributes(), a => a.Name.LocalName == "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Svg_OfADesignation_ShowsStagesWhoAndWhen()
    {
        var text = SvgDiagram.Of(Diagrams.Of(ShippedPacks.Load("liaoning-2025").Pack!, "designation")!);

        Assert.All(new[] { "市级审核推荐", "市级知识产权主管部门", "10个工作日内（规范）", "公示5个工作日", "公示无异议", "退回补正" }, w => Assert.Contains(w, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Svg_AHostileLabel_IsOnlyText()
    {
        var pack = ShippedPacks.Load("liaoning-2025").Pack!;
        pack = pack with { Procedures = [.. pack.Procedures.Select(p => p with { Label = new Label("<script>\"&'</script>") })] };

        Assert.Empty(XDocument.Parse(SvgDiagram.Of(Diagrams.Of(pack, "designation")!)).Descendants(Svg + "script"));
    }

    [Fact]
    public void Mermaid_OfADesignation_NamesEveryStageAndDashesWhatTimeSetsOff()
    {
        var text = MermaidDiagram.Of(Diagrams.Of(ShippedPacks.Load("liaoning-2025").Pack!, "designation")!);

        Assert.StartsWith("---\ntitle: \"申报与设立\"\n---\nflowchart TD\n", text, StringComparison.Ordinal);
        Assert.Contains("n-drafting -->|\"提交申报\"| n-endorsement", text, StringComparison.Ordinal);
        Assert.Contains("n-renotice -.->|\"重新公示无异议\"| n-approving", text, StringComparison.Ordinal);
    }

    private static (double X, double Y) Shift(XElement g) => g.Ancestors(Svg + "g").Select(a => a.Attribute("transform")!.Value["translate(".Length..^1].Split(' '))
        .Aggregate((X: 0.0, Y: 0.0), (at, t) => (at.X + double.Parse(t[0], CultureInfo.InvariantCulture), at.Y + double.Parse(t[1], CultureInfo.InvariantCulture)));

    private static double N(XElement e, string name) => double.Parse(e.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
