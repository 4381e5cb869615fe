namespace Amazon.Lambda.Model;

public class GetAccountSettingsRequest : AmazonLambdaRequest;
