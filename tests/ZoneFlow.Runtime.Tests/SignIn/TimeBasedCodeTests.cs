using System.Text;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Runtime.Tests.SignIn;

public sealed class TimeBasedCodeTests
{
    private static readonly byte[] RfcSecret = Encoding.ASCII.GetBytes("12345678901234567890");

    private static readonly TimeBasedSecret Secret = TimeBasedSecret.New(_ => RfcSecret);

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1111111111);

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Computing_TheVectorsOfRfc6238_Agrees(long seconds, string code)
    {
        var instant = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, TimeBasedCode.OfStep(RfcSecret, TimeBasedCode.StepAt(instant), digits: 8));
        Assert.Equal(code[2..], TimeBasedCode.At(Secret, instant));
    }

    [Theory]
    [InlineData(-30, -1)]
    [InlineData(0, 0)]
    [InlineData(30, 1)]
    public void Matching_OneStepEitherWay_AnswersTheStep(int seconds, int steps) => Assert.Equal(
        TimeBasedCode.StepAt(Now) + steps,
        TimeBasedCode.Match(Secret, TimeBasedCode.At(Secret, Now.AddSeconds(seconds)), Now, lastUsed: null));

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public void Matching_TwoStepsAway_FitsNone(int seconds) => Assert.Null(
        TimeBasedCode.Match(Secret, TimeBasedCode.At(Secret, Now.AddSeconds(seconds)), Now, lastUsed: null));

    [Fact]
    public void Matching_ACodeAgain_FitsNone()
    {
        var code = TimeBasedCode.At(Secret, Now);
        var used = TimeBasedCode.Match(Secret, code, Now, lastUsed: null);

        Assert.Null(TimeBasedCode.Match(Secret, code, Now, used));
        Assert.Null(TimeBasedCode.Match(Secret, TimeBasedCode.At(Secret, Now.AddSeconds(-30)), Now, used));
        Assert.NotNull(TimeBasedCode.Match(Secret, TimeBasedCode.At(Secret, Now.AddSeconds(30)), Now, used));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("05047")]
    [InlineData("0504710")]
    [InlineData("14050471")]
    [InlineData("abcdef")]
    public void Matching_WhatIsNoCode_FitsNone(string? typed) =>
        Assert.Null(TimeBasedCode.Match(Secret, typed, Now, lastUsed: null));

    [Theory]
    [InlineData("050 471")]
    [InlineData(" 050471 ")]
    [InlineData("\uFF10\uFF15\uFF10\uFF14\uFF17\uFF11")]
    public void Matching_ACodeAsPeopleTypeIt_Fits(string typed) =>
        Assert.Equal(TimeBasedCode.StepAt(Now), TimeBasedCode.Match(Secret, typed, Now, lastUsed: null));

    [Fact]
    public void Enrolling_APerson_WritesTheUriThatAppsRead() => Assert.Equal(
        "otpauth://totp/%E7%9C%81%E5%B1%80:wang%40example.cn?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        + "&issuer=%E7%9C%81%E5%B1%80&algorithm=SHA1&digits=6&period=30",
        Secret.EnrolmentUri("省局", "wang@example.cn"));

    [Fact]
    public void Parsing_ASecretCopiedByHand_Forgives()
    {
        Assert.True(TimeBasedSecret.TryParse("gezd gnbv-GY3TQOJQ GEZDGNBVGY3TQOJQ", out var secret));
        Assert.Equal(Secret.Text, secret.Text);
        Assert.False(TimeBasedSecret.TryParse("GEZDGNBV", out _));
        Assert.False(TimeBasedSecret.TryParse("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1", out _));
    }

    [Fact]
    public void Printing_ASecret_ShowsNothing() => Assert.Equal("(secret)", $"{Secret}");

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Encoding_TheVectorsOfRfc4648_Agrees(string text, string encoded)
    {
        Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(text)));
        Assert.True(Base32.TryDecode(encoded, out var decoded));
        Assert.Equal(text, Encoding.ASCII.GetString(decoded));
    }
}
