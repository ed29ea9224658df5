using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Linting;

public sealed class JilinPackTests
{
    [Fact]
    public void Check_Jilin_FindsNothingAtAll()
    {
        var reading = ShippedPacks.Load("jilin-2018");
        Assert.True(reading.Problems.IsEmpty, string.Join('\n', reading.Problems));

        var findings = Linter.Check(reading.Pack!, reading.Positions);

        Assert.True(findings.IsEmpty, string.Join('\n', findings));
    }

    [Fact]
    public void Check_AJointApplicantThatSignsNothing_IsFound()
    {
        var reading = ShippedPacks.Load("jilin-2018");
        var alone = reading.Pack! with
        {
            Procedures = [.. reading.Pack!.Procedures.Select(p => p with { Stages = [.. p.Stages.Select(Alone)] })],
        };

        var findings = Linter.Check(alone, reading.Positions);

        Assert.Contains(findings, f => f is { Rule: "joint-applicant", Severity: Severity.Error });

        static StageRule Alone(StageRule stage) => stage is StageRule.Task { By.All: true } task
            ? task with { By = new ActorRule(task.By.Roles.Remove("key-unit"), true) }
            : stage;
    }

    [Theory]
    [InlineData("city")]
    [InlineData("county")]
    public void Check_AJointApplicantThatCannotBe_IsFound(string role)
    {
        var reading = ShippedPacks.Load("jilin-2018");
        var kind = reading.Pack!.Cases["zone"] with { JointWith = [new JointRule(role, 1, 2, Source.Of("四（一）"))] };

        var findings = Linter.Check(reading.Pack with { Cases = reading.Pack.Cases.SetItem("zone", kind) }, reading.Positions);

        Assert.Contains(findings, f => f is { Rule: "joint-applicant", Severity: Severity.Error });
    }
}
