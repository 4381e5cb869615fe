namespace Amazon.Lambda.Core;

/// <summary>The Amazon Cognito identity that invoked the function through the mobile SDK.</summary>
public interface ICognitoIdentity
{
    string IdentityId { get; }

    string IdentityPoolId { get; }
}
