;;; eglot.el --- decklint in Emacs, with the settings that docs/editors.md gives  -*- lexical-binding: t; -*-

;; Started by run.sh, with the program on PATH, the settings in the file that
;; DECKLINT_SETTINGS names, and a folder to write to in DECKLINT_FOLDER.

(package-initialize)
(require 'eglot)
(require 'flymake)
(load (getenv "DECKLINT_SETTINGS") nil t)

(defvar test-folder (file-name-as-directory (getenv "DECKLINT_FOLDER")))
(defvar test-patience 20 "Seconds to wait for what takes much less.")

(defun test-write (name text)
  "Write a file NAME with TEXT."
  (with-temp-file (concat test-folder name) (insert text)))

(defun test-wait (what ask)
  "Wait until the function ASK gives something, and return it; else fail, naming WHAT."
  (let ((end (+ (float-time) test-patience)) answer)
    (while (not (or (setq answer (funcall ask)) (> (float-time) end)))
      (accept-process-output nil 0.05))
    (or answer (error "Waited in vain for %s" what))))

(defun test-open (name)
  "Open the deck NAME, as a user does, and have its server started."
  (find-file (concat test-folder name))
  (unless (derived-mode-p 'deck-mode) (error "The mode of a deck is %s" major-mode))
  (unless (memq 'eglot-ensure deck-mode-hook) (error "Nothing starts the server"))
  ;; In a batch there are no commands after which `eglot-ensure' would start it.
  (unless (eglot-current-server) (apply #'eglot--connect (eglot--guess-contact)))
  (eglot--managed-mode 1))

(defun test-findings ()
  "What is said of this buffer: lines and rules."
  (mapcar (lambda (it)
            (list (line-number-at-pos (flymake-diagnostic-beg it)) (flymake-diagnostic-text it)))
          (flymake-diagnostics)))

(defun test-completions ()
  "What can stand here."
  (pcase (eglot-completion-at-point)
    (`(,from ,to ,table . ,_)
     (all-completions (buffer-substring from to) table))))

(test-write "decklint.toml" "")
(test-write "a.deck" "Who met Litvinov in Washington?\nRoosevelt met Litvinov\n")
(test-write "b.deck" "Which treaties?\n-Rapallo treaty\n- Berlin treaty\nWho was it?\nIt was Litv\n")

(test-open "b.deck")
(test-wait "the finding in line 2"
           (lambda ()
             (seq-some (lambda (it)
                         (and (= (car it) 2)
                              (string-match-p "this bullet has no space behind it" (cadr it))))
                       (test-findings))))
(message "  ok   what is wrong is shown")

(goto-char (point-max))
(backward-char)
(test-wait "a term of another deck"
           (lambda () (seq-some (lambda (it) (string-prefix-p "Litvinov" it)) (test-completions))))
(message "  ok   a term of another deck is completed")
;;; eglot.el ends here
