using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration.Access;

/// <summary>Who may call the HTTP API, and as what. Without it there is no API.</summary>
public sealed record ApiSettings
{
    [Description("True: the deployment brings a user pool of Amazon Cognito with a group for each role. Else name issuer and audience.")]
    public bool Cognito { get; set; }

    [Description("Address of who issues tokens (OpenID Connect), as the claim iss says it.")]
    [RegularExpression("^https://[^\\s?#]{1,500}$", ErrorMessage = Findings.FormIssuer)]
    public string? Issuer { get; set; }

    [Description("For whom tokens are issued: what the claim aud, or client_id of an access token, says.")]
    public IReadOnlyList<string> Audience { get; set; } = [];

    [Description("True: tokens that contactcenter token signs with the key of links count too, on a path of their own. For machines.")]
    public bool SignedTokens { get; set; }

    [Description("Which claim of a token names the groups of a caller.")]
    [RegularExpression("^[A-Za-z0-9_:./-]{1,200}$", ErrorMessage = Findings.FormClaim)]
    public string RolesClaim { get; set; } = "cognito:groups";

    [Description("Which groups have which role. Each role may do what those before it may.")]
    public ApiRoles Roles { get; set; } = new();

    [Description("How many requests one caller may make within a minute.")]
    [Range(10, 6000)]
    public int RequestsPerMinute { get; set; } = 240;
}

/// <summary>Groups by role.</summary>
public sealed record ApiRoles
{
    [Description("Groups that may look.")]
    public IReadOnlyList<string> Viewer { get; set; } = ["viewer"];

    [Description("Groups that may act on incidents.")]
    public IReadOnlyList<string> Responder { get; set; } = ["responder"];

    [Description("Groups that may change settings.")]
    public IReadOnlyList<string> Administrator { get; set; } = ["administrator"];
}
