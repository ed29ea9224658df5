namespace ZoneFlow.Web.Papers;

/// <summary>How a paper is laid out on the page.</summary>
public enum PaperFormat
{
    /// <summary>文件格式.</summary>
    Document,

    /// <summary>信函格式.</summary>
    Letter,

    /// <summary>公示、公告.</summary>
    Notice,

    /// <summary>证书.</summary>
    Certificate,

    /// <summary>申报书、申请书, a cover and tables.</summary>
    Form,
}
