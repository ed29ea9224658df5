namespace ZoneFlow.Core.Policies;

/// <summary>The layouts of GB/T 9704-2012 that letters of a pack are printed in.</summary>
public enum LetterFormat
{
    /// <summary>文件格式: the red head, a red line under the 文号, the imprint at the foot.</summary>
    Document,

    /// <summary>信函格式: the red head between the page's two red double lines, the 文号 at the right.</summary>
    Letter,

    /// <summary>A notice or announcement to everybody (公示、公告): no recipient.</summary>
    Notice,

    /// <summary>A certificate (牌匾证书): one page, centred, with the address and code it is looked up by. It has no 文号.</summary>
    Certificate,
}
