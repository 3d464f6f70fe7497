import java.io.FileInputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Asks veraPDF whether files keep PDF/UA-1 (ISO 14289-1): a line for each file, and one for each rule that it breaks. */
public class PdfUa {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        int broken = 0;
        for (String file : files) {
            var rules = new TreeSet<String>();
            long checks;
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), PDFAFlavour.PDFUA_1);
                 PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
                var result = validator.validate(parser);
                checks = result.getTotalAssertions();
                for (TestAssertion one : result.getTestAssertions()) {
                    if (one.getStatus() == TestAssertion.Status.FAILED) {
                        rules.add(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + ": " + one.getMessage());
                    }
                }
            }
            System.out.println(file + ": " + (rules.isEmpty() ? "keeps" : "breaks") + " PDF/UA-1 (" + checks + " checks)");
            rules.forEach(one -> System.out.println("  " + one));
            broken += rules.isEmpty() ? 0 : 1;
        }
        System.exit(broken == 0 ? 0 : 1);
    }
}
