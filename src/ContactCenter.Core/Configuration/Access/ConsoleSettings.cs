using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration.Access;

/// <summary>The pages for people (docs/design/console.md). Without it they are not deployed.</summary>
public sealed record ConsoleSettings
{
    [Description("By which client people sign in at api.issuer: a public one, for the code flow with PKCE. With api.cognito: none.")]
    [RegularExpression("^[\\w.~-]{1,200}$", ErrorMessage = Findings.FormClient)]
    public string? ClientId { get; set; }

    [Description("With api.cognito: what the host begins with on which people sign in. Of all AWS accounts in a Region one has it.")]
    [RegularExpression("^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", ErrorMessage = Findings.FormSignInDomain)]
    public string? SignInDomain { get; set; }

    [Description("After how many minutes somebody who does nothing signs in again.")]
    [Range(5, 720)]
    public int IdleMinutes { get; set; } = 30;

    [Description("After how many hours everybody signs in again; one hour where api.issuer says who somebody is.")]
    [Range(1, 24)]
    public int SessionHours { get; set; } = 12;
}
