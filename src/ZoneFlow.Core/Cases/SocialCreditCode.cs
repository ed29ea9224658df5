using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>A 统一社会信用代码 (GB 32100-2015): eighteen signs, the last of which checks the others.</summary>
public static class SocialCreditCode
{
    private const string Signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>What is wrong with a code, or null.</summary>
    public static Label? WhatIsWrong(string code)
    {
        if (code.Length != 18 || code.Any(c => !Signs.Contains(c)))
        {
            return new("统一社会信用代码为18位数字或大写字母（不含I、O、Z、S、V）。", "A unified social credit code has 18 digits or capital letters, without I, O, Z, S and V.");
        }

        return code[17] == CheckOf(code)
            ? null
            : new("统一社会信用代码的校验位不符，请核对。", "The check digit of the unified social credit code does not fit.");
    }

    /// <summary>The last sign of a code, from the seventeen before it.</summary>
    public static char CheckOf(string code) => Signs[(31 - (Weights.Select((w, i) => w * Signs.IndexOf(code[i])).Sum() % 31)) % 31];
}
