using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Runtime.Tests.SignIn;

public sealed class TokenTests
{
    [Fact]
    public void Making_FromASeededSource_GivesTheSameToken()
    {
        var token = Token.New(count => [.. Enumerable.Range(0, count).Select(at => (byte)at)]);

        Assert.Equal("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", token.Value);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token.Value))), token.Hash.Value);
    }

    [Fact]
    public void Making_FromTheSystem_NeverRepeats() => Assert.Equal(
        100, Enumerable.Range(0, 100).Select(_ => Token.New(RandomNumberGenerator.GetBytes)).Distinct().Count());

    [Fact]
    public void Making_FromTooFewBytes_Throws() => Assert.Throws<ArgumentException>(() => Token.New(_ => new byte[16]));

    [Fact]
    public void Parsing_WhatWasShown_GivesTheTokenBack()
    {
        var token = Token.New(RandomNumberGenerator.GetBytes);

        Assert.True(Token.TryParse(token.Value, out var parsed));
        Assert.Equal(token, parsed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9")] // the same bytes, spelled otherwise
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh+")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdH 8")]
    public void Parsing_AnythingElse_Refuses(string? text) => Assert.False(Token.TryParse(text, out _));

    [Fact]
    public void Printing_AToken_ShowsNothing() => Assert.Equal("(token)", $"{Token.New(RandomNumberGenerator.GetBytes)}");
}
