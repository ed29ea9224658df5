using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Drawing;
using ZoneFlow.Web.Tests.Samples;

namespace ZoneFlow.Web.Tests.Drawing;

public sealed class LifeScaleTests
{
    [Fact]
    public void Labels_ManyOnNearbyDays_DoNotTouchInARow()
    {
        var first = new DateOnly(2025, 5, 6);
        var events = Enumerable.Range(0, 40).Select(i => new LifeEvent(first.AddDays(i * 19 % 700), new Label($"第{i}项期限到期"), false, false)).ToList();

        var scale = new LifeScale(new LifeLine([new(new Label("填报中"), false, first, null)], events, Given.Today));

        foreach (var row in scale.Labels.GroupBy(l => l.Row))
        {
            var spans = row.Select(l => l.ToTheLeft ? (From: l.X - LifeScale.TextWidth(l.Event.What.Zh), To: l.X) : (From: l.X, To: l.X + LifeScale.TextWidth(l.Event.What.Zh))).OrderBy(s => s.From).ToList();
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From));
            Assert.All(spans, s => Assert.True(s.From >= 0 && s.To <= LifeScale.Width, $"{s}"));
        }
    }

    [Fact]
    public void Scale_LifeOfOneDay_StaysWithinTheDrawing()
    {
        var scale = new LifeScale(new LifeLine([new(new Label("填报中"), false, Given.Today, null)], [], Given.Today));

        Assert.Equal(LifeScale.Left, scale.X(Given.Today));
        Assert.Empty(scale.Years);
    }
}
