using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Tests.Shell;

public sealed class PrecedenceTests
{
    private readonly Precedence _people = new();

    [Fact]
    public void Waiting_WhereNobodyIsAtWork_IsOverAtOnce() => Assert.True(_people.NobodyAsync().IsCompletedSuccessfully);

    [Fact]
    public async Task Waiting_WhileTwoAreAtWork_IsOverWhenBothHaveDone()
    {
        _people.Begun();
        _people.Begun();
        var waiting = _people.NobodyAsync();

        _people.Ended();
        Assert.False(waiting.IsCompleted);

        _people.Ended();
        await waiting;
    }

    [Fact]
    public async Task Waiting_AgainAfterSomebodyCameBack_IsNotOver()
    {
        _people.Begun();
        var first = _people.NobodyAsync();
        _people.Ended();
        await first;

        _people.Begun();
        Assert.False(_people.NobodyAsync().IsCompleted);
    }
}
